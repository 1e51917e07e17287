// Bundles the page assets from npm into wwwroot/lib: nothing is fetched from another host at run time.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const lib = "src/Bridgehead/wwwroot/lib";
const at = (name, file) => join("node_modules", name, file);

await rm(lib, { recursive: true, force: true });
await mkdir(lib, { recursive: true });
await copyFile(at("htmx.org", "dist/htmx.min.js"), `${lib}/htmx.min.js`);
await build({ entryPoints: ["assets/css/site.css"], outfile: `${lib}/site.css`, bundle: true, minify: true, legalComments: "none", logLevel: "error" });
await build({ entryPoints: ["assets/echarts.mjs"], outfile: `${lib}/echarts.js`, bundle: true, format: "esm", minify: true, legalComments: "none" });
await build({ entryPoints: ["assets/sortable.mjs"], outfile: `${lib}/sortable.js`, bundle: true, format: "esm", minify: true, legalComments: "none" });

// one sprite with the icons the pages name
const icons = (await readFile("assets/icons.txt", "utf8")).split(/\s+/).filter(Boolean);
const symbols = await Promise.all(icons.map(async name => {
  const svg = await readFile(at("@tabler/icons", `icons/outline/${name}.svg`), "utf8");
  const body = svg.replace(/<!--[\s\S]*?-->/g, "").replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/\s+/g, " ").trim();
  return `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`;
}));
await writeFile(`${lib}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
console.log(`assets: ${icons.length} icons, htmx, styles, charts`);
