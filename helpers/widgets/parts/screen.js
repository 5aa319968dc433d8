/** A square of values as pixels, with a frame on the ones that are meant. */

import { colourAll } from "./colour.js";
import { h } from "./dom.js";

export class Screen {
  /** @param {number} side @param {Record<string, any>} attributes of the canvas */
  constructor(side, attributes) {
    this.side = side;
    this.canvas = h("canvas", { width: side, height: side, ...attributes });
    this.context = this.canvas.getContext("2d");
    this.image = new ImageData(side, side);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.frame = h("span", { class: "cnn-window" });
    this.root = h("div", { class: "cnn-screen" }, this.canvas, this.frame);
  }

  /** @param {Float32Array} values @param {ReturnType<import("./colour.js").makeTable>} table */
  paint(values, table) {
    colourAll(values, table, this.pixels);
    this.context.putImageData(this.image, 0, 0);
  }

  /** The pixel below the pointer. @param {PointerEvent} event @returns {number[]} row and column */
  pixelAt(event) {
    const { left, top, width } = this.canvas.getBoundingClientRect();
    const pixel = (offset) => Math.max(0, Math.min(this.side - 1, Math.floor((offset / width) * this.side)));
    return [pixel(event.clientY - top), pixel(event.clientX - left)];
  }

  /** Put the frame around pixels. @param {number} row @param {number} column top left @param {number} size */
  outline(row, column, size) {
    const share = (pixels) => `${(100 * pixels) / this.side}%`;
    Object.assign(this.frame.style, { top: share(row), left: share(column), width: share(size), height: share(size) });
  }
}
