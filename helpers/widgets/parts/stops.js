/** A slider over a few values that lie at even distances, each written below its stop. */

import { even } from "./axes.js";
import { h } from "./dom.js";

export class Stops {
  /** @param {string} name @param {number[]} values @param {(at: number) => void} onchange */
  constructor(name, values, onchange) {
    const oninput = () => onchange(Number(this.range.value));
    const limits = { min: 0, max: values.length - 1, step: 1 };
    this.range = h("input", { type: "range", ...limits, "aria-label": name, oninput });
    const texts = even(values).ticks.map(({ at, text }) => h("span", { style: `--at: ${at}`, text }));
    this.root = h("div", { class: "cnn-stops" }, this.range, h("div", { class: "cnn-ticks", "aria-hidden": "true" }, ...texts));
  }

  /** @param {number} at @param {string} told what the stop is, for who cannot see it */
  show(at, told) {
    this.range.value = String(at);
    this.range.setAttribute("aria-valuetext", told);
  }
}
