// Before the page is painted: light or dark (chosen here, or as the system has it), and the navigation wide or folded.
(() => {
  const root = document.documentElement, system = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const chosen = localStorage.getItem("theme");
    root.dataset.bsTheme = chosen === "dark" || (chosen !== "light" && system.matches) ? "dark" : "light";
    document.dispatchEvent(new CustomEvent("theme"));
  };
  show();
  system.addEventListener("change", show);
  document.addEventListener("theme-chosen", show);
  if ((localStorage.getItem("side") ?? (innerWidth < 1024 ? "folded" : "wide")) === "folded") root.dataset.side = "folded";
})();
