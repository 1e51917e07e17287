// <bh-chart>: draws the numbers it holds. Its table stays for those who cannot see the picture, and one key away for all others.
import { init } from "../lib/echarts.js";

class Chart extends HTMLElement {
  connectedCallback() {
    this.facts ??= JSON.parse(this.querySelector("script[type='application/json']").textContent);
    this.picture ??= this.insertBefore(Object.assign(document.createElement("div"), { className: "chart-picture" }), this.firstChild);
    this.picture.classList.toggle("tall", !!this.facts.sideways && this.facts.names.length > 10);
    this.picture.setAttribute("aria-hidden", "true");
    this.chart = init(this.picture, null, { renderer: "svg" });
    this.chart.on("click", event => { const to = this.facts.links?.[event.dataIndex]; if (to) location.assign(to); });
    this.draw = () => this.chart.setOption(this.options(), true);
    this.draw();
    this.classList.add("drawn");
    this.watch = new ResizeObserver(() => { if (this.picture.clientWidth) this.chart.resize(); });
    this.watch.observe(this.picture);
    document.addEventListener("theme", this.draw);
    this.toggle = this.closest(".chart")?.querySelector("[data-as-table]");
    if (!this.toggle) return;
    this.toggle.hidden = false;
    this.toggle.onclick = () => this.toggle.setAttribute("aria-pressed", String(this.classList.toggle("as-table")));
  }

  disconnectedCallback() {
    document.removeEventListener("theme", this.draw);
    this.watch?.disconnect();
    this.chart?.dispose();
  }

  options() {
    const { names, unit, series, target, sideways } = this.facts;
    const style = getComputedStyle(this), of = name => style.getPropertyValue(name).trim();
    const quiet = { color: of("--ink-quiet"), fontFamily: style.fontFamily, fontSize: 12 };
    const number = value => value === null || value === undefined || value === "-" ? "—" : Number(value).toLocaleString("en-US", { maximumFractionDigits: 2 });
    if (series[0].type === "pie") return this.pie(quiet, of, number);
    const line = { lineStyle: { color: of("--line") } };
    const category = { type: "category", data: names, axisLabel: { ...quiet, interval: sideways ? 0 : "auto", hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: of("--line-strong") } }, inverse: !!sideways };
    const value = { type: "value", name: unit, nameTextStyle: { ...quiet, align: "left" }, axisLabel: quiet, axisLine: { show: false }, splitLine: line, nameGap: sideways ? 6 : 12 };
    const mark = target === undefined || target === null ? undefined : {
      silent: true, symbol: "none", label: { ...quiet, color: of("--ink"), position: sideways ? "start" : "end", distance: 4, formatter: sideways ? `${this.facts.targetName ?? ""} ${number(target)}` : `${this.facts.targetName ?? ""}\n${number(target)}` },
      lineStyle: { color: of("--ink"), type: "dashed", width: 1 }, data: [sideways ? { xAxis: target } : { yAxis: target }],
    };
    let hue = 0;
    return {
      animationDuration: 150, animationDurationUpdate: 0, textStyle: { fontFamily: style.fontFamily },
      grid: { left: 4, right: sideways ? 48 : mark ? 64 : 8, top: series.length > 1 ? 44 : 32, bottom: 4, containLabel: true },
      legend: series.length > 1 ? { top: 0, right: 0, itemWidth: 14, itemHeight: 8, textStyle: quiet } : undefined,
      tooltip: { trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow", shadowStyle: { color: of("--select"), opacity: .6 } },
        backgroundColor: of("--sheet"), borderColor: of("--line-strong"), textStyle: { color: of("--ink"), fontSize: 13 }, valueFormatter: v => `${number(v)} ${unit ?? ""}` },
      xAxis: sideways ? value : category, yAxis: sideways ? category : value,
      series: series.map((one, at) => {
        const color = one.past ? of("--chart-past") : of(`--chart-${1 + hue++ % 6}`);
        return { type: one.type ?? "bar", name: one.name, data: sideways && series.length === 1 ? this.labelled(one.values, of) : one.values, color, barMaxWidth: 26, symbolSize: 6, barGap: "15%", lineStyle: { width: 2 }, connectNulls: false, z: one.past ? 1 : 2,
          cursor: this.facts.links ? "pointer" : "default", markLine: at === 0 ? mark : undefined,
          label: sideways && series.length === 1 ? { show: true, ...quiet, formatter: p => number(p.value) } : undefined };
      }),
    };
  }

  // the number stands in the bar at its foot, clear of the target line at its head; beside it where the bar is too short
  labelled(values, of) {
    const longest = Math.max(...values.map(Number));
    return values.map(value => ({ value, label: Number(value) > longest / 4 ? { position: this.facts.target > longest / 4 ? "insideLeft" : "insideRight", color: of("--action-ink") } : { position: "right" } }));
  }

  pie(quiet, of, number) {
    const { names, unit, series } = this.facts;
    return {
      animationDuration: 150, tooltip: { trigger: "item", renderMode: "richText", backgroundColor: of("--sheet"), borderColor: of("--line-strong"), textStyle: { color: of("--ink") }, valueFormatter: v => `${number(v)} ${unit ?? ""}` },
      series: [{ type: "pie", radius: ["46%", "72%"], itemStyle: { borderColor: of("--sheet"), borderWidth: 2 }, label: { ...quiet, color: of("--ink"), formatter: "{b} {d}%" },
        data: names.map((name, at) => ({ name, value: series[0].values[at], itemStyle: { color: of(`--chart-${1 + at % 6}`) } })) }],
    };
  }
}

customElements.define("bh-chart", Chart);
