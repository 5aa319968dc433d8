/** The maps of the feature explorer: the shown ones side by side, and one of them large over its photograph. */

import { colourAll, makeTable, signed } from "./colour.js";
import { h } from "./dom.js";
import { PIXELS, STEPS, windowOf } from "./feature_maps.js";
import { Picks } from "./picks.js";
import { Raster } from "./raster.js";

const SIGNED = makeTable((level) => signed(level / STEPS), -STEPS, STEPS);
const FROM_0 = makeTable((level) => signed(level / STEPS), 0, STEPS);

/** White is 0; where no value is below it, neither is a colour. @param {{signed: boolean}} layer */
const tableOf = (layer) => (layer.signed ? SIGNED : FROM_0);

function paint(canvas, levels, side, table) {
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  const image = new ImageData(side, side);
  colourAll(levels, table, new Uint32Array(image.data.buffer));
  canvas.getContext("2d").putImageData(image, 0, 0);
}

export class MapPicks {
  /** @param {number} count @param {(rank: number) => void} onpick */
  constructor(count, onpick) {
    this.canvases = Array.from({ length: count }, () => h("canvas", { width: 1, height: 1, "aria-hidden": "true" }));
    for (const canvas of this.canvases) canvas.removeAttribute("data-lm-suppress-shortcuts"); // the button has it
    this.labels = this.canvases.map(() => h("span"));
    this.picks = new Picks("Which map", count, (at) => [this.canvases[at], this.labels[at]], onpick);
    this.root = this.picks.root;
  }

  /** @param {import("./feature_maps.js").Layer} layer @param {Int8Array[]} maps @param {number} rank the chosen one */
  show(layer, maps, rank) {
    maps.forEach((levels, at) => {
      paint(this.canvases[at], levels, layer.kept, tableOf(layer));
      this.labels[at].textContent = String(layer.shown[at]);
      this.picks.buttons[at].setAttribute("aria-label", `Channel ${layer.shown[at]}`);
    });
    this.picks.show(rank);
  }
}

/** One map over its photograph, read cell by cell, with the window that a cell reads. */
export class Overlay extends Raster {
  constructor(on) {
    super(on);
    this.photo = h("span", { class: "cnn-photo" });
    this.root.classList.add("cnn-overlay");
    this.root.prepend(this.photo);
  }

  /** @param {{signed: boolean, kept: number}} layer @param {Int8Array} levels @param {string} name */
  lay(layer, levels, name) {
    Object.assign(this, { height: layer.kept, width: layer.kept });
    const size = `${layer.kept} rows and ${layer.kept} columns`;
    this.canvas.setAttribute("aria-label", `${name}, ${size}. Arrow keys read it, with Shift ten cells at a time.`);
    paint(this.canvas, levels, layer.kept, tableOf(layer));
  }

  /** Frame a cell and what it reads. @param {number[]} field @returns {number[][]} its rows and columns of pixels */
  read([row, column], field, kept) {
    this.shown = [row, column];
    const [rows, columns] = [row, column].map((cell) => windowOf(field, cell));
    const cells = ([from, to]) => [(from * kept) / PIXELS, ((to - from) * kept) / PIXELS];
    const [[top, height], [left, width]] = [cells(rows), cells(columns)];
    this.place(this.near, row, column, 1, 1);
    this.place(this.frame, top, left, height, width);
    return [rows, columns];
  }
}

/** What the colours mean, with numbers, and where the value that is read stands among them. */
export class MapScale {
  constructor() {
    this.bar = h("canvas", { width: 256, height: 1, "aria-hidden": "true" });
    this.bar.removeAttribute("data-lm-suppress-shortcuts");
    this.here = h("span", { class: "cnn-here" });
    this.ticks = h("div", { class: "cnn-ticks" });
    this.root = h("div", { class: "cnn-scale cnn-colour-bar" }, h("div", { class: "cnn-strip" }, this.bar, this.here), this.ticks);
  }

  /** @param {{signed: boolean}} layer @param {string[]} texts at the ends, and of 0 */
  show(layer, texts) {
    this.table = tableOf(layer);
    const image = new ImageData(256, 1);
    new Uint32Array(image.data.buffer).set(this.table.pixels);
    this.bar.getContext("2d").putImageData(image, 0, 0);
    this.ticks.replaceChildren(...texts.map((text) => h("span", { text })));
  }

  /** @param {number} level */
  mark(level) {
    const { low, high } = this.table;
    this.here.style.left = `${((100 * (level - low)) / (high - low)).toFixed(1)}%`;
  }
}
