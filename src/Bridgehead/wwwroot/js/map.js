// <bh-map>: districts by their outlines, darker with the sum, each with its words and a way to its projects. Without the city's own outlines it draws schematic ones.
const svg = (name, attributes, ...inner) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) node.setAttribute(key, value);
  node.append(...inner);
  return node;
};
const Width = 640, Height = 460;

// a city nobody surveyed: a rounded outline, divided so that every place belongs to the nearest of evenly spread points
function schematic(areas) {
  let seed = 20260101;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const outline = Array.from({ length: 72 }, (_, i) => {
    const turn = i * Math.PI / 36, reach = 1 + .07 * Math.sin(3 * turn + .8) + .05 * Math.sin(5 * turn + 2) + .03 * Math.sin(11 * turn);
    return [Width / 2 + Math.cos(turn) * reach * Width * .42, Height / 2 + Math.sin(turn) * reach * Height * .42];
  });
  let points = areas.map((_, i) => { const turn = i * 2.399963; const reach = Math.sqrt((i + .5) / areas.length); return [Width / 2 + Math.cos(turn) * reach * Width * .33 + random() * 20, Height / 2 + Math.sin(turn) * reach * Height * .33 + random() * 20]; });
  const cells = () => points.map((mine, at) => points.reduce((shape, other, i) => i === at ? shape : nearer(shape, mine, other), outline));
  for (let round = 0; round < 6; round++) points = cells().map((shape, i) => shape.length ? middle(shape) : points[i]);
  return areas.map((_, i) => ({ rings: [cells()[i]], at: middle(cells()[i]) }));
}

// the part of a shape that lies nearer to one point than to another
function nearer(shape, mine, other) {
  const side = p => (p[0] - (mine[0] + other[0]) / 2) * (other[0] - mine[0]) + (p[1] - (mine[1] + other[1]) / 2) * (other[1] - mine[1]), kept = [];
  shape.forEach((p, i) => {
    const q = shape[(i + 1) % shape.length], a = side(p), b = side(q);
    if (a <= 0) kept.push(p);
    if (a * b < 0) kept.push([p[0] + (q[0] - p[0]) * a / (a - b), p[1] + (q[1] - p[1]) * a / (a - b)]);
  });
  return kept;
}

function middle(shape) {
  let area = 0, x = 0, y = 0;
  shape.forEach((p, i) => { const q = shape[(i + 1) % shape.length], cross = p[0] * q[1] - q[0] * p[1]; area += cross; x += (p[0] + q[0]) * cross; y += (p[1] + q[1]) * cross; });
  return area ? [x / (3 * area), y / (3 * area)] : shape[0] ?? [Width / 2, Height / 2];
}

// the city's own file: places by degrees, drawn so that both directions measure alike in its middle
function surveyed(areas, file) {
  const of = feature => { const p = feature.properties ?? {}; return areas.findIndex(a => [p.code, p.name, p.adcode].some(v => v !== undefined && (String(v) === a.code || String(v) === a.name || a.full.endsWith(String(v))))); };
  const rings = geometry => geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.type === "Polygon" ? geometry.coordinates : [];
  const all = file.features.flatMap(f => rings(f.geometry).flat()), west = Math.min(...all.map(p => p[0])), east = Math.max(...all.map(p => p[0])), south = Math.min(...all.map(p => p[1])), north = Math.max(...all.map(p => p[1]));
  const narrow = Math.cos((south + north) / 2 * Math.PI / 180), scale = Math.min((Width - 24) / ((east - west) * narrow), (Height - 24) / (north - south));
  const place = p => [12 + (p[0] - west) * narrow * scale, 12 + (north - p[1]) * scale], shapes = areas.map(() => ({ rings: [], at: null }));
  for (const feature of file.features) {
    const at = of(feature), drawn = rings(feature.geometry).map(ring => ring.map(place));
    if (at < 0 || !drawn.length) continue;
    shapes[at].rings.push(...drawn);
    shapes[at].at = feature.properties.center ? place(feature.properties.center) : middle(drawn.reduce((a, b) => b.length > a.length ? b : a));
  }
  return shapes;
}

class CityMap extends HTMLElement {
  async connectedCallback() {
    const facts = JSON.parse(this.querySelector("script[type='application/json']").textContent);
    if (!facts.areas.length) return;
    const shapes = facts.outline ? surveyed(facts.areas, await (await fetch(facts.outline)).json()) : schematic(facts.areas);
    const picture = svg("svg", { viewBox: `0 0 ${Width} ${Height}`, class: "city-map", role: "group" });
    facts.areas.forEach((area, i) => {
      if (!shapes[i].rings.length) return;
      const d = shapes[i].rings.map(ring => "M" + ring.map(p => p.map(n => n.toFixed(1)).join(" ")).join("L") + "Z").join(""), [x, y] = shapes[i].at;
      picture.append(svg("a", { href: area.href }, svg("title", {}, `${area.name} ${area.words}`), svg("path", { d, class: "area depth-" + area.depth }),
        svg("text", { x, y, dy: "-.2em", class: "area-name on-" + area.depth }, area.name), svg("text", { x, y, dy: "1.15em", class: "area-words on-" + area.depth }, area.words)));
    });
    this.querySelector("svg")?.remove();
    this.append(picture);
  }
}

customElements.define("bh-map", CityMap);
