// Make our own scripts and style sheets smaller, each in its place: node minify.js FOLDER
const { buildSync } = require("esbuild");
const { readdirSync } = require("node:fs");
const { join } = require("node:path");

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true })
  .filter((name) => /\.(css|js)$/.test(name))
  .map((name) => join(folder, name));

// Each by itself: what one says to another is a matter of pages, not of modules.
buildSync({ entryPoints: files, outdir: folder, outbase: folder, minify: true, allowOverwrite: true });
