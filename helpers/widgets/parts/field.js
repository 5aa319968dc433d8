/** A map to look at: its cells with their numbers, or, where they are many, a picture; with frames on some of them. */

import { grey, signed } from "./colour.js";
import { h } from "./dom.js";
import { neighbour } from "./roving.js";

/** From so many rows or columns on a map is shown as a picture. */
export const MOST_NUMBERS = 10;

class Frames {
  constructor() {
    this.root = h("div", { class: "cnn-frames", "aria-hidden": "true" });
  }

  /** @param {{row: number, column: number, height: number, width: number, kind: string}[]} frames */
  show(frames) {
    while (this.root.children.length < frames.length) this.root.append(h("span"));
    [...this.root.children].forEach((span, at) => {
      span.hidden = at >= frames.length;
      if (span.hidden) return;
      const { kind, ...place } = frames[at];
      span.className = `cnn-window ${kind}`;
      for (const [name, value] of Object.entries(place)) span.style.setProperty(`--${name}`, String(value));
    });
  }
}

/** Cells with their texts. They only tell; a grid to walk through is OutputGrid. */
export class NumberField {
  /** @param {string} name what it is called */
  constructor(name) {
    this.name = name;
    this.cells = [];
    this.grid = h("div", { class: "cnn-field-cells" });
    this.frames = new Frames();
    this.root = h("div", { class: "cnn-field", role: "img" }, this.grid, this.frames.root);
  }

  /** @param {{text: string, kind: string}[]} cells row by row @param {number} columns @param {string} told */
  show(cells, columns, told) {
    const [rows, length] = [cells.length / columns, Math.max(...cells.map(({ text }) => text.length))];
    if (this.cells.length !== cells.length) {
      this.cells = cells.map(() => h("span", { class: "cnn-cell" }, h("span")));
      this.grid.replaceChildren(...this.cells);
    }
    for (const [name, value] of Object.entries({ rows, columns, length })) {
      this.root.style.setProperty(`--${name}`, String(value));
    }
    this.root.setAttribute("aria-label", `${this.name}. ${told}`);
    cells.forEach(({ text, kind }, at) => {
      const cell = this.cells[at];
      if (cell.firstChild.textContent !== text) cell.firstChild.textContent = text;
      cell.className = `cnn-cell ${kind}`;
    });
  }
}

/** The same as a picture, one pixel for a cell; to walk through by pointer and arrow keys where `on` is given. */
export class PictureField {
  /** @param {string} name @param {{choose: (at: number) => void, hover: (at: number|null) => void}} [on] */
  constructor(name, on) {
    Object.assign(this, { name, on, at: 0, rows: 1, columns: 1 });
    const reading = {
      tabindex: 0,
      role: "application",
      "aria-roledescription": "map to read",
      onpointermove: (event) => event.pointerType === "mouse" && on.hover(this.cellAt(event)),
      onpointerleave: () => on.hover(null),
      onclick: (event) => on.choose(this.cellAt(event)),
      onkeydown: (event) => this.key(event),
    };
    this.canvas = h("canvas", on ? reading : { role: "img" });
    this.frames = new Frames();
    this.root = h("div", { class: "cnn-field cnn-picture" }, this.canvas, this.frames.root);
  }

  /** @param {number[][]} colours row by row, red green blue alpha @param {number} columns @param {string} told */
  show(colours, columns, told) {
    const rows = colours.length / columns;
    if (this.canvas.width !== columns || this.canvas.height !== rows || !this.image) {
      Object.assign(this.canvas, { width: columns, height: rows });
      this.image = new ImageData(columns, rows);
    }
    Object.assign(this, { rows, columns });
    for (const [name, value] of Object.entries({ rows, columns })) {
      this.root.style.setProperty(`--${name}`, String(value));
    }
    this.canvas.setAttribute("aria-label", `${this.name}. ${told}`);
    colours.forEach((colour, at) => this.image.data.set(colour, 4 * at));
    this.canvas.getContext("2d").putImageData(this.image, 0, 0);
  }

  cellAt(event) {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    const share = (offset, size, count) => Math.max(0, Math.min(count - 1, Math.floor((offset / size) * count)));
    const [row, column] = [share(event.clientY - top, height, this.rows), share(event.clientX - left, width, this.columns)];
    return row * this.columns + column;
  }

  key(event) {
    const to = neighbour(this.at, this.rows, this.columns, event.key);
    if (to < 0 && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (to >= 0) this.on.choose(to);
  }
}

/** From the smallest value (black) to the largest (white); signed values blue and red. @param {number[]} values */
export function shadesOf(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low < 0) return (value) => signed(value / Math.max(-low, high));
  return (value) => grey(high > low ? (value - low) / (high - low) : 0);
}
