/** All maps of a network on one sheet, four to a row, with a ring around the largest number of each if asked for. */

import { colourAll, makeTable, signed } from "./colour.js";
import { MAPS, SIDE } from "./digit_net.js";
import { h } from "./dom.js";

const ACROSS = 4;
const STEP = SIDE + 1; // a pixel lies between two maps
const PIXELS = ACROSS * STEP - 1;

export class MapSheet {
  /** @param {string} name @param {boolean} ringed whether the largest number of each map is marked */
  constructor(name, ringed) {
    this.name = name;
    this.canvas = h("canvas", { role: "img", width: PIXELS, height: PIXELS });
    this.rings = ringed ? Array.from({ length: MAPS }, () => h("span", { "aria-hidden": "true" })) : [];
    this.root = h("div", { class: "cnn-sheet" }, this.canvas, ...this.rings);
    this.image = new ImageData(PIXELS, PIXELS);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.colours = new Uint32Array(MAPS * SIDE ** 2);
    this.root.style.setProperty("--pixels", String(PIXELS));
  }

  /** Each map has shades of its own, the same for all places of a digit. @param {{value: number}[]} peaks */
  scale(peaks) {
    this.tables = peaks.map(({ value }) => makeTable((at) => signed(at / (value || 1)), 0, value || 1));
  }

  /** @param {{maps: Float64Array, peaks: {row: number, column: number, value: number}[]}} seen */
  show({ maps, peaks }, told) {
    this.tables.forEach((table, map) => {
      const [from, to] = [map, map + 1].map((at) => at * SIDE ** 2);
      colourAll(maps.subarray(from, to), table, this.colours.subarray(from, to));
    });
    for (let line = 0; line < MAPS * SIDE; line += 1) {
      const [map, row] = [Math.floor(line / SIDE), line % SIDE];
      const to = (Math.floor(map / ACROSS) * STEP + row) * PIXELS + (map % ACROSS) * STEP;
      this.pixels.set(this.colours.subarray(line * SIDE, (line + 1) * SIDE), to);
    }
    this.canvas.getContext("2d").putImageData(this.image, 0, 0);
    this.canvas.setAttribute("aria-label", `${this.name}. ${told}`);
    this.rings.forEach((ring, map) => this.ring(ring, map, peaks[map]));
  }

  /** A map that is 0 everywhere has no largest number to mark. */
  ring(ring, map, { row, column, value }) {
    ring.hidden = value === 0;
    ring.style.setProperty("--row", String(Math.floor(map / ACROSS) * STEP + row));
    ring.style.setProperty("--column", String((map % ACROSS) * STEP + column));
  }
}
