// Sheets that are typed down the columns: enter and the arrow keys go up and down, typing in a row unticks "no change", and a block copied from a spreadsheet is pasted from the cell on.
const cells = input => [...input.closest("tbody").rows].map(row => row.cells[input.closest("td").cellIndex]?.querySelector("input")).filter(Boolean);

document.addEventListener("keydown", event => {
  const input = event.target;
  if (!input.matches?.("[data-sheet] td input") || event.ctrlKey || event.metaKey) return;
  const step = event.key === "ArrowDown" || event.key === "Enter" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step) return;
  event.preventDefault();
  const column = cells(input), next = column[column.indexOf(input) + step];
  next?.focus();
  next?.select?.();
});

document.addEventListener("input", event => {
  if (!event.target.matches?.("[data-sheet] td input:not([type=checkbox])")) return;
  const tick = event.target.closest("tr").querySelector("input[type=checkbox]");
  if (tick) tick.checked = false;
});

document.addEventListener("paste", event => {
  const input = event.target;
  if (!input.matches?.("[data-paste] td input")) return;
  const block = event.clipboardData.getData("text").replace(/\r/g, "").replace(/\n$/, "").split("\n").map(line => line.split("\t"));
  if (block.length === 1 && block[0].length === 1) return;
  event.preventDefault();
  const rows = [...input.closest("tbody").rows], top = rows.indexOf(input.closest("tr")), left = input.closest("td").cellIndex;
  block.forEach((line, down) => line.forEach((text, right) => {
    const cell = rows[top + down]?.cells[left + right]?.querySelector("input:not([type=hidden])");
    if (!cell) return;
    cell.value = text.trim();
    cell.dispatchEvent(new Event("input", { bubbles: true }));
  }));
});
