/** What the colours of an output mean: chosen from the kernel, shown as a bar with its numbers. */

import { grey, makeTable, overshooting, signed } from "./colour.js";
import { h } from "./dom.js";
import { keepsBrightness } from "./kernels.js";
import { numberText } from "./written.js";

const BEYOND = 43 / 169; // how far the bar goes on below 0 and above 1: 0 and 1 are steps of the table of 256

export const GREY = makeTable(grey, 0, 1);
export const PICTURE = makeTable(overshooting, -BEYOND, 1 + BEYOND);

/** @param {number} limit the value of the strongest colour */
function signedTable(limit) {
  return makeTable((value) => signed(value / limit), -limit, limit);
}

export class Scale {
  constructor() {
    this.bar = h("canvas", { width: 256, height: 1, "aria-hidden": "true" });
    this.ticks = h("div", { class: "cnn-ticks", "aria-hidden": "true" });
    this.root = h("div", { class: "cnn-scale" }, this.bar, this.ticks);
  }

  /**
   * @param {number[]} weights @param {number} limit where the colours of a signed output end
   * @param {string} whose what that limit is, in words
   * @returns {string} what the colours mean, in words
   */
  choose(weights, limit, whose) {
    const asPicture = keepsBrightness(weights);
    const safe = Math.max(limit, 1e-9);
    if (asPicture) this.table = PICTURE;
    else if (this.limit !== safe || this.table === PICTURE) this.table = signedTable(safe);
    this.limit = safe;
    this.draw(asPicture ? [0, 1] : [-limit, 0, limit]);
    if (asPicture) {
      return "The weights sum to 1, so the output is a picture: black is 0, white is 1; blue is below 0, red above 1.";
    }
    return `White is 0, red is positive, blue negative. The colours end at ±${shortText(limit)}, ${whose}.`;
  }

  draw(values) {
    const image = new ImageData(256, 1);
    new Uint32Array(image.data.buffer).set(this.table.pixels);
    this.bar.getContext("2d").putImageData(image, 0, 0);
    const { low, high } = this.table;
    const share = (value) => `--share: ${((100 * (value - low)) / (high - low)).toFixed(1)}%`;
    this.ticks.replaceChildren(...values.map((value) => h("span", { text: shortText(value), style: share(value) })));
  }
}

/** A number on a scale, at most three digits. */
export function shortText(value) {
  return numberText(Number(value.toPrecision(3)));
}
