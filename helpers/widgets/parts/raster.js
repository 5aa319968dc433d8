/** A picture of any shape to read pixel by pixel: by pointer, by arrow keys, or by a click that stays. */

import { h } from "./dom.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Raster {
  /**
   * @param {{hover: (place: number[]|null) => void, choose: (place: number[]) => void}} on
   *   `place` is row and column; `choose` is what a click or a key does
   */
  constructor(on) {
    Object.assign(this, { on, height: 1, width: 1, shown: [0, 0] });
    this.canvas = h("canvas", {
      tabindex: 0,
      role: "application",
      "aria-roledescription": "picture to read",
      onpointermove: (event) => on.hover(this.pixelAt(event)),
      onpointerleave: () => on.hover(null),
      onclick: (event) => on.choose(this.pixelAt(event)),
      onkeydown: (event) => this.key(event),
    });
    this.near = h("span", { class: "cnn-near" });
    this.frame = h("span", { class: "cnn-window" });
    this.root = h("div", { class: "cnn-raster" }, this.canvas, this.near, this.frame);
  }

  /**
   * @param {{height: number, width: number}} size @param {string} name what a screen reader says
   * @param {(row: number, column: number) => number[]} colourAt red, green and blue
   */
  paint({ height, width }, name, colourAt) {
    Object.assign(this, { height, width });
    Object.assign(this.canvas, { height, width }); // also clears it
    this.root.style.setProperty("--ratio", String(width / height));
    const text = `${name}, ${height} rows and ${width} columns. Arrow keys read it, with Shift ten pixels at a time.`;
    this.canvas.setAttribute("aria-label", text);
    const image = new ImageData(width, height);
    for (let at = 0; at < height * width; at += 1) {
      image.data.set([...colourAt(Math.floor(at / width), at % width), 255], 4 * at);
    }
    this.canvas.getContext("2d").putImageData(image, 0, 0);
  }

  /** Frame the pixel that is read, and those around it that are magnified. */
  outline(row, column, reach) {
    this.shown = [row, column];
    const clip = (at, size) => Math.max(0, Math.min(size, at));
    const [top, left] = [clip(row - reach, this.height), clip(column - reach, this.width)];
    const [bottom, right] = [clip(row + reach + 1, this.height), clip(column + reach + 1, this.width)];
    this.place(this.near, top, left, bottom - top, right - left);
    this.place(this.frame, row, column, 1, 1);
  }

  place(frame, row, column, rows, columns) {
    const [down, right] = [(at) => `${(100 * at) / this.height}%`, (at) => `${(100 * at) / this.width}%`];
    Object.assign(frame.style, { top: down(row), height: down(rows), left: right(column), width: right(columns) });
  }

  /** @param {PointerEvent} event @returns {number[]} row and column below the pointer */
  pixelAt(event) {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    const row = Math.floor(((event.clientY - top) / height) * this.height);
    return this.clipped([row, Math.floor(((event.clientX - left) / width) * this.width)]);
  }

  clipped([row, column]) {
    const clip = (at, size) => Math.max(0, Math.min(size - 1, at));
    return [clip(row, this.height), clip(column, this.width)];
  }

  key(event) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const size = event.shiftKey ? 10 : 1;
    this.shown = this.clipped(this.shown.map((at, axis) => at + size * step[axis])); // keys may outrun the drawing
    this.on.choose(this.shown);
  }
}
