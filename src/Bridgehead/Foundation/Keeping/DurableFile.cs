using System.Runtime.InteropServices;
using System.Text;

namespace Bridgehead;

/// <summary>Files that outlive a power cut: written aside, flushed to the disk, renamed into place, and the folder flushed as well (reliability rule 13).</summary>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a written file to the disk.</summary>
    public static void Flush(FileStream file) => file.Flush(flushToDisk: true);

    /// <summary>Puts a flushed file into its place, in one step, and makes the step durable.</summary>
    public static void Place(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Makes the names in a folder durable. Where the system knows no such thing, renaming is durable by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return;
        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], ReadOnly);
        if (handle < 0) throw new IOException($"{folder}: {Marshal.GetLastPInvokeErrorMessage()}");
        var flushed = Sync(handle);
        var why = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(handle);
        if (flushed != 0) throw new IOException($"{folder}: {why}");
    }

    /// <summary>Flushes every file and folder below a folder.</summary>
    public static void FlushTree(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite)) Flush(file);
        foreach (var path in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)) FlushFolder(path);
        FlushFolder(folder);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
