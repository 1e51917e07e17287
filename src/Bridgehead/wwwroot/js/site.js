// What every page shares. Everything works without it; this only spares steps.
import "./forms.js";

const root = document.documentElement;

const showTheme = () => {
  const chosen = localStorage.getItem("theme") ?? "auto";
  for (const button of document.querySelectorAll("[data-theme-choice]")) button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen));
};
showTheme();

const openSide = open => {
  root.toggleAttribute("data-side-open", open);
  for (const button of document.querySelectorAll("[data-menu]")) button.setAttribute("aria-expanded", String(open));
  if (open) document.querySelector(".side a")?.focus();
};

document.addEventListener("click", event => {
  const theme = event.target.closest("[data-theme-choice]");
  if (theme) {
    if (theme.dataset.themeChoice === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme.dataset.themeChoice);
    document.dispatchEvent(new CustomEvent("theme-chosen"));
    showTheme();
  }
  if (event.target.closest("[data-side-fold]")) {
    if (root.dataset.side === "folded") delete root.dataset.side; else root.dataset.side = "folded";
    localStorage.setItem("side", root.dataset.side ?? "wide");
  }
  if (event.target.closest("[data-menu]")) openSide(!root.hasAttribute("data-side-open"));
  else if (root.hasAttribute("data-side-open") && !event.target.closest(".side")) openSide(false);
  if (event.target.closest("[data-close]")) event.target.closest("[data-close]").parentElement.remove();
  for (const menu of document.querySelectorAll("details.me[open], details.pop[open]")) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    document.querySelector("[data-find]")?.select();
  }
  if (event.key !== "Escape") return;
  if (root.hasAttribute("data-side-open")) openSide(false);
  for (const menu of document.querySelectorAll("details.me[open], details.pop[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
});

// rows by keyboard: up and down between the first links of a list
document.addEventListener("keydown", event => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = event.target.closest?.(".table.cards tbody tr");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const link = event.target.matches("a") && next?.querySelector("a");
  if (link) { event.preventDefault(); link.focus(); }
});

const toast = document.querySelector(".toast-line");
if (toast) setTimeout(() => toast.remove(), 8000);

// charts come only with pages that hold one, at first or after a part was exchanged
const charts = () => { if (document.querySelector("bh-chart")) import("./chart.js"); };
charts();
document.addEventListener("htmx:load", charts);

// so do the views of the projects
if (document.querySelector(".view-bar, .neighbours, [data-restored], [data-bulk]")) import("./views.js");
if (document.querySelector("bh-board")) import("./board.js");
if (document.querySelector("bh-map")) import("./map.js");
if (document.querySelector("bh-gantt")) import("./gantt.js");
if (document.querySelector("bh-calendar")) import("./calendar.js");

// a list marked data-rows is worked through by keyboard: j and k between rows, x to choose one, Enter opens what is focused
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !["j", "k", "x"].includes(event.key) || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const links = [...document.querySelectorAll("[data-rows] tbody tr")].map(row => row.querySelector("a")).filter(Boolean);
  if (links.length === 0) return;
  event.preventDefault();
  const at = links.findIndex(link => link.closest("tr").contains(document.activeElement));
  if (event.key === "x") links[at]?.closest("tr").querySelector("input[type=checkbox]")?.click();
  else links[Math.max(0, Math.min(links.length - 1, event.key === "j" ? at + 1 : at < 0 ? 0 : at - 1))].focus();
});

// telephone numbers that are typed are checked for duplicates too, but not by way of the address
document.addEventListener("htmx:configRequest", event => {
  if (!event.detail.elt.closest?.("[data-possible]")) return;
  const typed = event.detail.elt.closest("form").elements;
  const phones = ["Input.Phone", "Input.Contact"].map(name => typed[name]?.value).filter(Boolean).join(";");
  if (phones) event.detail.headers["Typed-Phones"] = encodeURIComponent(phones);
});
