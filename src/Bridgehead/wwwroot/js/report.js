// The paragraph that is open for editing: what must not be typed over stands as a chip that can be moved and removed. Without script the marks are edited as text.
const mark = /\[\[([0-9]{1,6}|名|单位|项目|企业|人|数):([^[\]]*)\]\]/g;

const chip = (whole, kind, inside) => {
  const made = document.createElement("span");
  made.className = /^\d+$/.test(kind) ? "bound-chip" : "bound-chip name";
  made.contentEditable = "false";
  made.draggable = true;
  made.dataset.mark = whole;
  made.textContent = inside.split("|来源：")[0];
  if (inside.includes("|来源：")) made.title = inside.split("|来源：")[1];
  return made;
};

const filled = (box, text) => {
  box.replaceChildren();
  let from = 0;
  for (const found of text.matchAll(mark)) {
    box.append(text.slice(from, found.index), chip(found[0], found[1], found[2]));
    from = found.index + found[0].length;
  }
  box.append(text.slice(from));
};

const marked = node => node.nodeType === Node.TEXT_NODE ? node.data : node.dataset?.mark ?? [...node.childNodes].map(marked).join("");

for (const area of document.querySelectorAll("textarea[data-marks=text]")) {
  const box = document.createElement("div");
  box.className = "form-control marked-text";
  box.contentEditable = "true";
  box.setAttribute("role", "textbox");
  box.setAttribute("aria-multiline", "true");
  box.setAttribute("aria-label", area.labels[0]?.firstChild?.textContent.trim() ?? "");
  box.lang = "zh-CN";
  filled(box, area.value);
  area.hidden = true;
  area.required = false;
  area.closest("label").after(box);
  let moved = null;
  const keep = () => {
    area.value = marked(box).replace(/\u00a0/g, " ");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  box.addEventListener("input", keep);
  box.addEventListener("keydown", event => { if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault(); });
  box.addEventListener("paste", event => {
    event.preventDefault();
    const at = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    if (!at) return;
    at.deleteContents();
    const part = document.createElement("div");
    filled(part, event.clipboardData.getData("text/plain").replace(/\s*\n\s*/g, " "));
    const kept = document.createDocumentFragment();
    kept.append(...part.childNodes);
    at.insertNode(kept);
    at.collapse(false);
    keep();
  });
  box.addEventListener("copy", event => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", marked(getSelection().getRangeAt(0).cloneContents()));
  });
  box.addEventListener("dragstart", event => { moved = event.target.closest?.(".bound-chip"); event.dataTransfer.setData("text/plain", moved?.dataset.mark ?? ""); });
  box.addEventListener("drop", event => {
    event.preventDefault();
    const place = document.caretPositionFromPoint ? document.caretPositionFromPoint(event.clientX, event.clientY) : null;
    const at = place ? document.createRange() : document.caretRangeFromPoint?.(event.clientX, event.clientY);
    if (place) at.setStart(place.offsetNode, place.offset);
    if (!moved || !at || !box.contains(at.startContainer)) return;
    at.insertNode(moved);
    moved = null;
    keep();
  });
  // a figure is put where the caret was
  let caret = null;
  document.addEventListener("selectionchange", () => {
    const now = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    if (now && box.contains(now.startContainer)) caret = now.cloneRange();
  });
  area.form.addEventListener("submit", event => {
    if (!event.submitter?.formAction.includes("handler=Insert") || !caret) return;
    caret.collapse(false);
    caret.insertNode(document.createTextNode("[[+]]"));
    area.value = marked(box).replace(/\u00a0/g, " ");
  }, true);
}
