/* Loaded into a server under test (LD_PRELOAD): writes down, in order, everything it does to the files below POWERCUT_ROOT
   (names made and removed, bytes written, sizes set, flushes that returned) into POWERCUT_JOURNAL. What a power cut would have
   left at any moment is worked out from the journal afterwards. One lock over act and record keeps both in the same order. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static int journal = -1;
static char root[PATH_MAX];
static size_t root_length;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("POWERCUT_ROOT"), *to = getenv("POWERCUT_JOURNAL");
  if (!folder || !to || !realpath(folder, root)) return;
  root_length = strlen(root);
  journal = open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int below(const char *path) { return journal >= 0 && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0); }

static int path_of(int fd, char *path) {
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path);
}

static void record(char kind, uint64_t node, uint64_t at, const char *name, const void *data, uint32_t size) {
  int error = errno;
  uint32_t name_size = name ? (uint32_t)strlen(name) : 0;
  char head[25];
  head[0] = kind;
  memcpy(head + 1, &node, 8); memcpy(head + 9, &at, 8); memcpy(head + 17, &name_size, 4); memcpy(head + 21, &size, 4);
  struct iovec parts[3] = {{head, 25}, {(void *)name, name_size}, {(void *)data, size}};
  ssize_t written = writev(journal, parts, 3);
  if (written != (ssize_t)(25 + name_size + size)) abort();
  errno = error;
}

static uint64_t node_of(int fd) { struct stat about; return fstat(fd, &about) == 0 ? about.st_ino : 0; }
static const char *inner(const char *path) { return path[root_length] ? path + root_length + 1 : ""; }

static void opened(int fd, int new, int flags) {
  char path[PATH_MAX];
  struct stat about;
  if (fd < 0 || !path_of(fd, path) || fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) return;
  record(new ? 'C' : 'O', about.st_ino, 0, inner(path), NULL, 0);
  if (flags & O_TRUNC) record('T', about.st_ino, 0, NULL, NULL, 0);
}

#define OPENING(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    if (!below(path)) return real(path, flags, mode); \
    pthread_mutex_lock(&lock); \
    int new = (flags & O_CREAT) && access(path, F_OK) != 0, fd = real(path, flags, mode); \
    opened(fd, new, flags); pthread_mutex_unlock(&lock); return fd; }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    REAL(name); va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    if (!below(path)) return real(folder, path, flags, mode); \
    pthread_mutex_lock(&lock); \
    int new = (flags & O_CREAT) && faccessat(folder, path, F_OK, 0) != 0, fd = real(folder, path, flags, mode); \
    opened(fd, new, flags); pthread_mutex_unlock(&lock); return fd; }
OPENING_AT(openat)
OPENING_AT(openat64)

#define WRITING_AT(name, offset) \
  ssize_t name(int fd, const void *data, size_t size, offset at) { \
    REAL(name); char path[PATH_MAX]; \
    if (journal < 0 || !path_of(fd, path)) return real(fd, data, size, at); \
    pthread_mutex_lock(&lock); \
    ssize_t done = real(fd, data, size, at); \
    if (done > 0) record('W', node_of(fd), (uint64_t)at, NULL, data, (uint32_t)done); \
    pthread_mutex_unlock(&lock); return done; }
WRITING_AT(pwrite, off_t)
WRITING_AT(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
  REAL(write); char path[PATH_MAX];
  if (journal < 0 || fd == journal || !path_of(fd, path)) return real(fd, data, size);
  pthread_mutex_lock(&lock);
  off_t at = fcntl(fd, F_GETFL) & O_APPEND ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
  ssize_t done = real(fd, data, size);
  if (done > 0) record('W', node_of(fd), (uint64_t)at, NULL, data, (uint32_t)done);
  pthread_mutex_unlock(&lock);
  return done;
}

#define SIZING(name, offset) \
  int name(int fd, offset size) { \
    REAL(name); char path[PATH_MAX]; \
    if (journal < 0 || !path_of(fd, path)) return real(fd, size); \
    pthread_mutex_lock(&lock); \
    int failed = real(fd, size); \
    if (!failed) record('T', node_of(fd), (uint64_t)size, NULL, NULL, 0); \
    pthread_mutex_unlock(&lock); return failed; }
SIZING(ftruncate, off_t)
SIZING(ftruncate64, off64_t)

/* the flush itself is left out: the disk of the test is the journal */
static int flushed(int fd) {
  char path[PATH_MAX];
  struct stat about;
  if (!path_of(fd, path) || fstat(fd, &about) != 0) return 0;
  pthread_mutex_lock(&lock);
  record(S_ISDIR(about.st_mode) ? 'D' : 'S', about.st_ino, 0, inner(path), NULL, 0);
  pthread_mutex_unlock(&lock);
  return 1;
}
int fsync(int fd) { REAL(fsync); return journal >= 0 && flushed(fd) ? 0 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return journal >= 0 && flushed(fd) ? 0 : real(fd); }

static int named(char kind, const char *path, const char *other, int failed) {
  if (!failed && below(path)) record(kind, 0, 0, inner(path), other ? inner(other) : NULL, other ? (uint32_t)strlen(inner(other)) : 0);
  pthread_mutex_unlock(&lock);
  return failed;
}

#define WATCHED(act) if (!below(path)) return act; pthread_mutex_lock(&lock)
int rename(const char *path, const char *to) { REAL(rename); WATCHED(real(path, to)); return named('R', path, to, real(path, to)); }
int link(const char *path, const char *to) { REAL(link); WATCHED(real(path, to)); return named('L', path, to, real(path, to)); }
int unlink(const char *path) { REAL(unlink); WATCHED(real(path)); return named('U', path, NULL, real(path)); }
int rmdir(const char *path) { REAL(rmdir); WATCHED(real(path)); return named('U', path, NULL, real(path)); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); WATCHED(real(path, mode)); return named('M', path, NULL, real(path, mode)); }

/* a program that looks the C library up by name would go past this file: it is given the names as everybody else sees them */
void *dlopen(const char *name, int flags) { REAL(dlopen); return real(name && strcmp(name, "libc.so.6") == 0 ? NULL : name, flags); }
