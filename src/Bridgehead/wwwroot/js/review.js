// The reviewer's keys: J the next, K the one before, A accept, R return. Typing in a field is left alone.
const within = document.querySelector("[data-review]");

if (within) document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const key = event.key.toLowerCase();
  if (key === "j") within.querySelector("[data-next]")?.click();
  else if (key === "k") within.querySelector("[data-previous]")?.click();
  else if (key === "r") {
    const details = within.querySelector("[data-return]");
    if (!details) return;
    details.open = true;
    details.querySelector("select").focus();
    event.preventDefault();
  } else if (key === "a") {
    const confirm = within.querySelector("[data-confirm]"), accept = within.querySelector("[data-accept]");
    event.preventDefault();
    // the city's decision wants the person again: the key leads there, Enter decides
    if (confirm && !confirm.value) confirm.focus();
    else if (accept && !accept.disabled) accept.click();
  }
});

within?.querySelector(".queue [aria-current]")?.scrollIntoView({ block: "nearest" });
