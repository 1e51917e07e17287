// The table of projects: rows by key, cells changed in place, rows picked; columns in order; the link of a view; next and previous.
const table = document.querySelector("table[data-rows]");

// the address of a view is the view: it is copied as it stands
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy-address]");
  if (!button) return;
  const words = button.querySelector("span"), before = words.textContent;
  if (navigator.clipboard && isSecureContext) await navigator.clipboard.writeText(location.href);
  else {
    const field = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: location.href }));
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  words.textContent = button.dataset.done;
  setTimeout(() => { words.textContent = before; }, 2000);
});

const editing = () => !!document.activeElement?.closest("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]");

// next and previous of the list
document.addEventListener("keydown", event => {
  if (editing() || event.ctrlKey || event.metaKey || event.altKey) return;
  document.querySelector(`.neighbours [data-key="${event.key}"]`)?.click();
});

// a value put back is in view
const restored = document.querySelector("[data-restored]")?.dataset.restored;
if (restored) {
  const field = document.getElementById(restored);
  field?.classList.add("restored");
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}

// in a bulk change, touching a value chooses its line
document.querySelector("[data-bulk]")?.addEventListener("input", event => {
  const radio = event.target.name?.startsWith("Value-") && event.target.closest(".bulk-act").querySelector("[type=radio]");
  if (radio) radio.checked = true;
});

// the columns in their order
const list = document.querySelector(".column-list");
if (list) {
  import("../lib/sortable.js").then(({ default: Sortable }) => new Sortable(list, { animation: 120 }));
  list.addEventListener("click", event => {
    const button = event.target.closest("[data-up], [data-down]"), item = button?.closest("li");
    if (!item) return;
    if (button.hasAttribute("data-up")) item.previousElementSibling?.before(item); else item.nextElementSibling?.after(item);
    button.focus();
  });
}

const rows = () => [...table.querySelectorAll("tbody tr[data-id]")];
const cells = row => [...row.querySelectorAll("td[data-edit]")].filter(cell => cell.dataset.edit);

async function edit(cell) {
  const row = cell.closest("tr"), address = `/projects/${row.dataset.id}/field?name=${cell.dataset.edit}`;
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const form = page.querySelector("form[data-field]");
  if (!form) return;
  const control = document.importNode(form.querySelector("[name=Value]"), true);
  control.setAttribute("aria-label", cell.dataset.label);
  control.removeAttribute("id");
  const shown = cell.textContent;
  cell.replaceChildren(control);
  cell.classList.add("at-work");
  control.focus();
  control.select?.();
  let over = false;
  const back = text => { over = true; cell.classList.remove("at-work"); cell.replaceChildren(text); };
  const save = async () => {
    if (over || control.disabled) return;
    const content = new FormData(form);
    content.set("Value", control.value);
    control.disabled = true;
    const answer = await fetch(address, { method: "POST", body: content });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html"), done = next.querySelector("form[data-field]");
    if (answer.ok && done) {
      row.dataset.version = done.dataset.version;
      back(done.dataset.shown ?? "");
      row.querySelector("a")?.focus();
      return;
    }
    control.disabled = false;
    const sentence = next.querySelector("[role=alert]")?.textContent.trim() ?? answer.statusText;
    cell.querySelector(".error")?.remove();
    cell.append(Object.assign(document.createElement("span"), { className: "error", role: "alert", textContent: sentence }));
    // what the other saved stands in the sentence; saving again is a decision of its own
    const fresh = next.querySelector("form[data-field]");
    if (fresh) for (const field of fresh.querySelectorAll("input[type=hidden]")) { const own = form.querySelector(`[name="${field.name}"]`); if (own) own.value = field.value; }
    control.focus();
  };
  control.addEventListener("keydown", event => {
    event.stopPropagation();
    if (event.key === "Escape") { back(shown); row.querySelector("a")?.focus(); }
    if (event.key === "Enter" && (control.tagName !== "TEXTAREA" || event.ctrlKey || event.metaKey)) { event.preventDefault(); save(); }
  });
  control.addEventListener("blur", () => setTimeout(() => { if (!over && !control.disabled && !cell.querySelector(".error")) control.value === control.defaultValue ? back(shown) : save(); }, 120));
}

if (table) {
  table.addEventListener("dblclick", event => { const cell = event.target.closest("td[data-edit]"); if (cell?.dataset.edit && !cell.classList.contains("at-work")) edit(cell); });
  document.addEventListener("keydown", event => {
    if (editing() || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = document.activeElement?.closest?.("table[data-rows] tbody tr[data-id]"), all = rows();
    if (["ArrowDown", "ArrowUp"].includes(event.key) && !here && document.activeElement === document.body) { event.preventDefault(); all[0]?.querySelector("a")?.focus(); }
    if (!here) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = all[all.indexOf(here) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next && !event.defaultPrevented) { event.preventDefault(); next.querySelector("a").focus(); }
    }
    if (event.key === "e" && cells(here).length > 0) { event.preventDefault(); edit(cells(here)[0]); }
    if (event.key === " " && document.activeElement.tagName === "A") { event.preventDefault(); here.querySelector("[type=checkbox]")?.click(); }
  });
  const bar = document.querySelector("[data-picked]");
  const count = () => {
    if (!bar) return;
    const picked = table.querySelectorAll("tbody [name=id]:checked").length, words = bar.querySelector("[data-picked-count]");
    words.textContent = picked ? words.dataset.words.replace("{0}", picked) : "";
    for (const box of table.querySelectorAll("tbody [name=id]")) box.closest("tr").toggleAttribute("aria-selected", box.checked);
    for (const row of table.querySelectorAll("tr[aria-selected]")) row.setAttribute("aria-selected", "true");
    bar.querySelector("[data-picked-go]").disabled = picked === 0;
  };
  document.addEventListener("change", event => {
    if (event.target.matches("[data-pick-all]")) for (const box of table.querySelectorAll("tbody [name=id]")) box.checked = event.target.checked;
    if (event.target.matches("[data-pick-all], [name=id]")) count();
  });
  addEventListener("pageshow", count);
  count();
}
