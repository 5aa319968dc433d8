/** Maps above one another, each cell above the middle of what it sees, and the way of one cell up to the input. */

import { svg } from "./svg.js";
import { h } from "./dom.js";
import { fields, mapSizes, reads, trace } from "./tracing.js";

const [UNIT, CELL, LEVEL] = [24, 20, 58]; // from cell to cell of the input, a cell's side, from map to map
const [BARS, MARGIN] = [76, 58]; // room for the bars above the input, and for names beside the maps
const TOP = BARS + 18;
const LAYERS = ["funnel", "cells", "lines", "seen", "padded", "chosen", "bars", "outline"];

const square = (x, y) => `M${x - CELL / 2} ${y}h${CELL}v${CELL}h${-CELL}z`;
const indices = (count) => Array.from({ length: count }, (_, at) => at);

export class Pyramid {
  /** @param {{choose: (cell: number) => void, hover: (cell: number|null) => void}} on */
  constructor(on) {
    this.paths = Object.fromEntries(LAYERS.map((name) => [name, svg("path", { class: `cnn-${name}` })]));
    [this.names, this.numbers, this.counts] = ["names", "indices", "counts"].map((name) => svg("g", { class: `cnn-${name}` }));
    const parts = [...Object.values(this.paths), this.names, this.numbers, this.counts];
    this.svg = svg("svg", { class: "cnn-pyramid", role: "img" }, ...parts);
    const listen = (name, listener) => this.svg.addEventListener(name, listener);
    listen("pointermove", (event) => event.pointerType === "mouse" && on.hover(this.cellAt(event)));
    listen("pointerleave", () => on.hover(null));
    listen("click", (event) => on.choose(this.cellAt(event)));
    const scroll = { class: "cnn-scroll", role: "group", "aria-label": "Drawing of the maps", tabindex: 0 };
    this.root = h("div", scroll, this.svg);
  }

  /** @param {import("./tracing.js").Layer[]} layers @param {number} size */
  show(layers, size) {
    Object.assign(this, { layers, size, sizes: mapSizes(layers, size), fields: fields(layers) });
    const last = this.fields.map(({ first, size: field, jump }, at) => first + (this.sizes[at] - 1) * jump + field);
    this.left = Math.min(...this.fields.map(({ first }) => first));
    const span = Math.max(...last) - this.left;
    this.width = MARGIN + span * UNIT;
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${TOP + LEVEL * layers.length + CELL + 4}`);
    this.svg.style.setProperty("--span", String(this.width / UNIT));
    const squares = this.sizes.map((count, at) => indices(count).map((cell) => square(this.x(at, cell), this.y(at))).join(""));
    this.paths.cells.setAttribute("d", squares.join(""));
    const name = (at) => (at ? `Layer ${at}` : "Input");
    this.names.replaceChildren(...this.sizes.map((_, at) => this.text(0, this.y(at) + 14, name(at))));
    this.numbers.replaceChildren(...indices(size).map((cell) => this.text(this.x(0, cell), this.y(0) + 14, String(cell))));
  }

  text(x, y, text) {
    return svg("text", { x, y }, text);
  }

  /** The middle of a cell: it stands above the middle of its field. */
  x(level, cell) {
    const { first, jump, size } = this.fields[level];
    return MARGIN + (first + cell * jump + size / 2 - this.left) * UNIT;
  }

  y(level) {
    return TOP + level * LEVEL;
  }

  /** Show what one cell of the last map sees. @param {number} cell @param {string} told */
  mark(cell, told) {
    const levels = trace(this.layers, this.size, cell);
    const draw = (name, d) => this.paths[name].setAttribute("d", d);
    const boxes = (name) => levels.map((one, at) => [...one[name].keys()].map((i) => square(this.x(at, i), this.y(at))).join(""));
    draw("seen", boxes("inside").join(""));
    draw("padded", boxes("padding").join(""));
    draw("chosen", square(this.x(levels.length - 1, cell), this.y(levels.length - 1)));
    draw("funnel", this.funnel(levels));
    draw("lines", this.lines(levels));
    const [left, right] = [this.x(0, levels[0].first) - UNIT / 2, this.x(0, levels[0].last) + UNIT / 2];
    draw("outline", `M${left} ${this.y(0) - 3}H${right}v${CELL + 6}H${left}z`);
    this.bars(levels[0].inside);
    this.svg.setAttribute("aria-label", told);
  }

  funnel(levels) {
    const side = (end, by) => levels.map((one, at) => [this.x(at, one[end]) + (by * CELL) / 2, this.y(at)]);
    const down = ([x, y]) => `${x} ${y}L${x} ${y + CELL}`;
    const up = ([x, y]) => `${x} ${y + CELL}L${x} ${y}`;
    return `M${[...side("first", -1).map(down), ...side("last", 1).reverse().map(up)].join("L")}z`;
  }

  lines(levels) {
    return this.layers.map((layer, at) => {
      const from = [...levels[at + 1].inside.keys()];
      const line = (cell, to) => `M${this.x(at + 1, cell)} ${this.y(at + 1)}L${this.x(at, to)} ${this.y(at) + CELL}`;
      return from.map((cell) => reads(layer, cell).map((to) => line(cell, to)).join("")).join("");
    }).join("");
  }

  /** How many paths lead to each cell of the input, as bars with their numbers. @param {Map<number, number>} paths */
  bars(paths) {
    const most = Math.max(1, ...paths.values());
    const top = (count) => this.y(0) - 7 - (count / most) * (BARS - 18);
    const bar = ([cell, count]) => `M${this.x(0, cell) - 8} ${this.y(0) - 7}V${top(count)}h16V${this.y(0) - 7}z`;
    this.paths.bars.setAttribute("d", [...paths].map(bar).join(""));
    const told = most < 1000 ? [...paths] : []; // longer numbers would lie over each other
    const texts = told.map(([cell, count]) => this.text(this.x(0, cell), top(count) - 4, String(count)));
    this.counts.replaceChildren(...texts);
  }

  /** Scroll, where the drawing is wider than its room, until what a cell sees is in the middle. @param {number} cell */
  reveal(cell) {
    const { scrollWidth, clientWidth } = this.root;
    this.root.scrollLeft = (this.x(this.layers.length, cell) / this.width) * scrollWidth - clientWidth / 2;
  }

  cellAt(event) {
    const { left, width } = this.svg.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * this.width;
    const last = this.layers.length;
    const cell = Math.round((x - this.x(last, 0)) / (this.fields[last].jump * UNIT));
    return Math.max(0, Math.min(this.sizes[last] - 1, cell));
  }
}
