// Drag and drop for the board and for the order of columns.
export { default } from "sortablejs/modular/sortable.core.esm.js";
