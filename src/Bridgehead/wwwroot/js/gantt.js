// <bh-gantt>: a bar from signing over start to production for each project, months above, today as a line. Its table stays one key away.
const day = text => text ? Date.parse(text + "T00:00:00Z") / 86400000 : null;
const svg = (name, attributes, ...inner) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...inner);
  return node;
};

class Gantt extends HTMLElement {
  connectedCallback() {
    this.facts ??= JSON.parse(this.querySelector("script[type='application/json']").textContent);
    this.picture ??= this.insertBefore(Object.assign(document.createElement("div"), { className: "gantt-picture" }), this.firstChild);
    this.draw();
    this.classList.add("drawn");
    this.watch = new ResizeObserver(() => { if (this.picture.clientWidth && this.picture.clientWidth !== this.drawn) this.draw(); });
    this.watch.observe(this.picture);
    const chart = this.closest(".chart"), toggle = chart.querySelector("[data-as-table]");
    toggle.hidden = false;
    toggle.onclick = () => toggle.setAttribute("aria-pressed", String(this.classList.toggle("as-table")));
    chart.querySelector("[data-print]").onclick = () => print();
  }

  disconnectedCallback() { this.watch?.disconnect(); }

  draw() {
    const width = this.drawn = this.picture.clientWidth || 900, left = Math.min(240, width * .34), row = 26, top = 26, today = day(this.facts.today);
    const spans = this.facts.rows.map(one => ({ ...one, from: day(one.signed) ?? day(one.started), started: day(one.started), produced: day(one.produced) }));
    const known = spans.filter(one => one.from !== null), first = Math.min(today - 180, ...known.map(one => one.from)), last = Math.max(today + 60, ...known.map(one => one.produced ?? today));
    const x = at => left + (at - first) * (width - left - 12) / (last - first), height = top + spans.length * row + 8;
    const picture = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-hidden": "true", class: "gantt" });
    const begin = new Date(first * 86400000), months = (last - first) / 30.4, room = (width - left - 12) / months, step = [1, 3, 6, 12].find(count => count * room > 46) ?? 24;
    for (let at = new Date(Date.UTC(begin.getUTCFullYear(), Math.ceil(begin.getUTCMonth() / step) * step, 1)); at / 86400000 < last; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + step, 1))) {
      const line = x(at / 86400000);
      picture.append(svg("line", { x1: line, x2: line, y1: top - 6, y2: height, class: "month" }));
      if (line + 34 < x(today) - 30 || line > x(today)) picture.append(svg("text", { x: line + 3, y: top - 12, class: "month-name" }, at.getUTCMonth() === 0 || step >= 12 ? String(at.getUTCFullYear()) : `${at.getUTCFullYear() % 100}-${String(at.getUTCMonth() + 1).padStart(2, "0")}`));
    }
    spans.forEach((one, at) => {
      const y = top + at * row, link = svg("a", { href: one.href, tabindex: "-1" }, svg("title", {}, one.name)), most = Math.floor((left - 12) / 13);
      link.append(svg("rect", { x: 0, y, width, height: row, class: at % 2 ? "band odd" : "band" }), svg("text", { x: 6, y: y + 17, class: "name" }, one.name.length > most ? one.name.slice(0, most - 1) + "…" : one.name));
      const bar = (from, to, kind) => link.append(svg("rect", { x: x(from), y: y + 7, width: Math.max(2, x(to) - x(from)), height: 12, rx: 2, class: "bar-" + kind }));
      if (one.from !== null && one.started === null) bar(one.from, one.produced ?? today, one.over ? "over" : "open");
      if (one.from !== null && one.started !== null) bar(one.from, one.started, "signed");
      if (one.started !== null) bar(one.started, one.produced ?? today, one.produced === null ? one.over ? "over" : "building" : "started");
      if (one.produced !== null) link.append(svg("path", { d: `M${x(one.produced)} ${y + 6}l7 7-7 7-7-7z`, class: "bar-produced" }));
      if (one.from === null) link.append(svg("text", { x: left, y: y + 17, class: "month-name" }, "—"));
      picture.append(link);
    });
    picture.append(svg("line", { x1: x(today), x2: x(today), y1: top - 6, y2: height, class: "today" }), svg("text", { x: x(today) - 3, y: top - 12, class: "today-name", "text-anchor": "end" }, this.dataset.today));
    this.picture.replaceChildren(picture);
  }
}

customElements.define("bh-gantt", Gantt);
