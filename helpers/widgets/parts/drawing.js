/** A drawing: white on black, with a round pen, by pointer or by keyboard. */

import { SIDE } from "./pictures.js";

const RADIUS = 3.5;

/** The pixels that a pen at this place covers. */
function covered(row, column) {
  const around = (at) => [Math.max(0, Math.ceil(at - RADIUS)), Math.min(SIDE - 1, Math.floor(at + RADIUS))];
  const [[top, bottom], [left, right]] = [around(row), around(column)];
  const found = [];
  for (let r = top; r <= bottom; r += 1) {
    for (let c = left; c <= right; c += 1) {
      if ((r - row) ** 2 + (c - column) ** 2 <= RADIUS ** 2) found.push(r * SIDE + c);
    }
  }
  return found;
}

export class Drawing {
  constructor() {
    this.values = new Float32Array(SIDE * SIDE);
    this.pen = [SIDE / 2, SIDE / 2];
    this.ink = 1; // 0 rubs out
  }

  /** Move the pen, painting on its way or not. @param {number[]} to row and column @param {boolean} painting */
  move(to, painting) {
    const [from, last] = [this.pen, to.map((at) => Math.max(0, Math.min(SIDE - 1, at)))];
    const steps = painting ? Math.ceil(Math.max(1, ...last.map((at, axis) => Math.abs(at - from[axis])))) : 0;
    for (let step = 1; step <= steps; step += 1) {
      this.dab(...last.map((at, axis) => from[axis] + ((at - from[axis]) * step) / steps));
    }
    this.pen = last;
  }

  dab(row = this.pen[0], column = this.pen[1]) {
    for (const at of covered(row, column)) this.values[at] = this.ink;
  }

  clear() {
    this.values.fill(0);
  }

  /** As text to keep: the lengths of black and white stretches in turn. @returns {string} */
  toText() {
    const lengths = [0];
    this.values.forEach((value, at) => {
      if (value !== (at ? this.values[at - 1] : 0)) lengths.push(0);
      lengths[lengths.length - 1] += 1;
    });
    return lengths.join(" ");
  }

  /** @param {string} text what `toText` gave; anything else clears the drawing */
  fromText(text) {
    this.clear();
    const lengths = String(text).split(" ").map(Number);
    if (lengths.reduce((sum, length) => sum + length, 0) !== SIDE * SIDE) return;
    let at = 0;
    lengths.forEach((length, turn) => this.values.fill(turn % 2, at, (at += length)));
  }
}
