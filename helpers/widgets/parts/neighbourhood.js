/** A few pixels, magnified, with their numbers: made once, and written over. */

import { css, inkOn } from "./colour.js";
import { h } from "./dom.js";

export class Neighbourhood {
  /** @param {number} reach how far to each side of the middle */
  constructor(reach) {
    this.reach = reach;
    const side = 2 * reach + 1;
    const label = () => h("div", { class: "cnn-axis" });
    const cell = () => h("div", { class: "cnn-pixel" });
    this.columns = Array.from({ length: side }, label);
    this.rows = Array.from({ length: side }, label);
    this.cells = Array.from({ length: side }, () => Array.from({ length: side }, cell));
    this.cells[reach][reach].classList.add("cnn-middle");
    const lines = this.cells.flatMap((line, at) => [this.rows[at], ...line]);
    this.root = h("div", { class: "cnn-neighbourhood" }, label(), ...this.columns, ...lines);
  }

  /**
   * @param {number} row @param {number} column of the middle
   * @param {(number[]|null)[][]} pixels the values of each, null beyond the border
   * @param {(values: number[]) => number[]} colourOf @param {(value: number) => string} text
   */
  show(row, column, pixels, colourOf, text) {
    pixels.forEach((line, down) => {
      line.forEach((values, right) => this.write(this.cells[down][right], values, colourOf, text));
    });
    const { height, width } = { height: pixels.length, width: pixels[0].length };
    for (let at = 0; at < height; at += 1) this.rows[at].textContent = number(row + at - this.reach, pixels[at]);
    for (let at = 0; at < width; at += 1) {
      const line = pixels.map((values) => values[at]);
      this.columns[at].textContent = number(column + at - this.reach, line);
    }
  }

  write(cell, values, colourOf, text) {
    cell.textContent = values ? values.map(text).join("\n") : "";
    cell.classList.toggle("cnn-beyond", !values);
    const colour = values && colourOf(values);
    cell.style.background = colour ? css(colour) : "";
    cell.style.color = colour ? inkOn(colour) : "";
  }
}

/** The number of a row or column, or nothing beyond the border. */
function number(at, values) {
  return values.some(Boolean) ? String(at) : "";
}
