// The sheet of monthly reports: enter and the arrow keys go up and down a column, and typing in a row unticks "no change".
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
