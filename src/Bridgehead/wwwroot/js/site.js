// What every page shares: theme, menu, search key, forms that are sent once, and a warning before typed text is lost.
const root = document.documentElement;

document.addEventListener("click", event => {
  if (event.target.closest("[data-theme-switch]")) {
    const dark = root.dataset.bsTheme !== "dark";
    root.dataset.bsTheme = dark ? "dark" : "light";
    localStorage.setItem("theme", root.dataset.bsTheme);
    document.dispatchEvent(new CustomEvent("theme"));
  }
  const menu = event.target.closest("[data-menu]");
  if (menu || (root.hasAttribute("data-side-open") && !event.target.closest(".side"))) {
    const open = root.toggleAttribute("data-side-open", menu ? undefined : false);
    for (const button of document.querySelectorAll("[data-menu]")) button.setAttribute("aria-expanded", String(open));
  }
});

document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    document.querySelector("[data-find]")?.focus();
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") event.target.closest?.("form[method=post]")?.requestSubmit();
  if (event.key === "Escape") root.removeAttribute("data-side-open");
});

// a form is sent once; the button says so until the answer is there
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  event.submitter?.classList.add("busy");
  setTimeout(() => { delete form.dataset.sent; event.submitter?.classList.remove("busy"); }, 8000);
});
addEventListener("pageshow", () => { for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent; });

// typed text is not lost by a slip
let typed = false;
document.addEventListener("input", event => { if (event.target.closest("form[method=post][data-keep]")) typed = true; });
document.addEventListener("submit", () => { typed = false; });
addEventListener("beforeunload", event => { if (typed) event.preventDefault(); });

// filters act when they are chosen
document.addEventListener("change", event => { event.target.closest("form[data-auto]")?.requestSubmit(); });

if (document.querySelector("bh-chart")) await import("./chart.js");
document.addEventListener("htmx:load", () => { if (document.querySelector("bh-chart")) import("./chart.js"); });
