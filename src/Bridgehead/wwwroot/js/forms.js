// Forms: sent once, nothing typed is lost, the first error is in view, the place on the page is kept.
let unsaved = false;
const changes = form => form.method === "post";

document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") event.target.closest?.("form[method=post]")?.requestSubmit();
});

document.addEventListener("submit", event => {
  const form = event.target;
  if (!changes(form)) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  event.submitter?.classList.add("busy");
  unsaved = false;
  sessionStorage.setItem("place", JSON.stringify([location.pathname, scrollY]));
  setTimeout(() => release(form), 8000);
});

const release = form => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll(".busy")) button.classList.remove("busy");
};
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

// a form marked data-keep warns before what was typed is lost by a slip
document.addEventListener("input", event => { if (event.target.closest("form[method=post][data-keep]")) unsaved = true; });
addEventListener("beforeunload", event => { if (unsaved) event.preventDefault(); });
if (document.querySelector("form[data-keep] [aria-invalid=true], form[data-keep] .field-validation-error")) unsaved = true;

// after a form was carried out on the same page, stay at the same place; after an error, go to it
const wrong = ["[aria-invalid=true]", ".input-validation-error", ".field .field-validation-error:not(:empty)", ".alert[role=alert]"].reduce((found, place) => found ?? document.querySelector(place), null);
const [path, y] = JSON.parse(sessionStorage.getItem("place") ?? "[]");
sessionStorage.removeItem("place");
if (wrong) {
  if (wrong.matches(".input-validation-error")) wrong.setAttribute("aria-invalid", "true");
  wrong.scrollIntoView({ block: "center" });
  if (wrong.matches("input, select, textarea")) wrong.focus({ preventScroll: true });
} else if (path === location.pathname) scrollTo(0, y);

// filters act when they are chosen; a number or a word only when it is finished
document.addEventListener("change", event => { if (!event.target.closest("[data-wait]")) event.target.closest("form[data-auto]")?.requestSubmit(); });

// empty filters do not clutter the address
document.addEventListener("formdata", event => {
  if (changes(event.target)) return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});

// a file dropped on a .drop lands in its file field
for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, event => {
  const zone = event.target.closest?.(".drop"), input = zone?.querySelector("input[type=file]");
  if (!input) return;
  event.preventDefault();
  zone.classList.toggle("over", kind === "dragover");
  if (kind !== "drop") return;
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
