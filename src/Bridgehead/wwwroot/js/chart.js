// <bh-chart>: draws the table it holds. The table stays for those who cannot see the picture.
import { init } from "../lib/echarts.js";

const palette = ["#1f5fa8", "#c8871f", "#2f8a6b", "#8a5aa8", "#b5483a", "#6b7785"];

class Chart extends HTMLElement {
  connectedCallback() {
    const data = JSON.parse(this.querySelector("script[type='application/json']").textContent);
    this.picture ??= this.appendChild(Object.assign(document.createElement("div"), { className: "chart-picture" }));
    this.chart = init(this.picture, null, { renderer: "svg" });
    this.draw = () => this.chart.setOption(this.options(data), true);
    this.draw();
    this.watch = new ResizeObserver(() => this.chart.resize());
    this.watch.observe(this.picture);
    document.addEventListener("theme", this.draw);
  }

  disconnectedCallback() {
    document.removeEventListener("theme", this.draw);
    this.watch?.disconnect();
    this.chart?.dispose();
  }

  options(data) {
    const style = getComputedStyle(this);
    const ink = style.getPropertyValue("--ink-quiet").trim() || "#555", line = style.getPropertyValue("--line").trim() || "#ddd";
    const axis = { axisLabel: { color: ink }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } } };
    const category = { type: "category", data: data.names, ...axis, splitLine: { show: false } }, value = { type: "value", name: data.unit, nameTextStyle: { color: ink }, ...axis };
    return {
      animationDuration: 150, color: palette, aria: { enabled: true }, textStyle: { fontFamily: style.fontFamily },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      legend: data.series.length > 1 ? { top: 0, right: 0, textStyle: { color: ink } } : undefined,
      tooltip: { trigger: "axis", renderMode: "richText" },
      xAxis: data.sideways ? value : category, yAxis: data.sideways ? { ...category, inverse: true } : value,
      series: data.series.map(series => ({ type: series.type ?? "bar", name: series.name, data: series.values, barMaxWidth: 28, symbolSize: 6 })),
    };
  }
}

customElements.define("bh-chart", Chart);
