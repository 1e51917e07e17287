// <bh-calendar>: days by arrow keys, Enter opens the first project of a day, PageUp and PageDown the months.
class Calendar extends HTMLElement {
  connectedCallback() {
    const days = [...this.querySelectorAll("td[data-day]:not(.outside)")];
    const first = days.find(day => day.classList.contains("today")) ?? days[0];
    if (first) first.tabIndex = 0;
    this.addEventListener("keydown", event => {
      if (event.key === "PageUp" || event.key === "PageDown") { event.preventDefault(); document.querySelector(event.key === "PageUp" ? "[data-month-back]" : "[data-month-on]").click(); }
      const at = days.indexOf(event.target), step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
      if (at < 0) return;
      if (event.key === "Enter") event.target.querySelector("a")?.click();
      if (!step || !days[at + step]) return;
      event.preventDefault();
      event.target.tabIndex = -1;
      days[at + step].tabIndex = 0;
      days[at + step].focus();
    });
  }
}

customElements.define("bh-calendar", Calendar);
