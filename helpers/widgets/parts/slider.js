/** A whole number to slide or to type. */

import { h, uniqueId } from "./dom.js";

export class Slider {
  /**
   * @param {string} name what is set
   * @param {{least: number, most: number, reach?: number}} limits the slider ends at `reach` while the number is below
   * @param {(value: number) => void} onchange
   */
  constructor(name, { least, most, reach = most }, onchange) {
    Object.assign(this, { least, most, reach, onchange });
    const id = uniqueId("slider");
    const limits = { min: least, max: most, step: 1 };
    this.range = h("input", { type: "range", id, ...limits, oninput: () => this.onchange(Number(this.range.value)) });
    const field = { type: "number", inputmode: "numeric", "aria-label": `${name}, typed`, ...limits };
    this.field = h("input", { ...field, oninput: () => this.typed(), onblur: () => this.show(this.value) });
    const label = h("label", { for: id, text: name });
    this.root = h("div", { class: "cnn-slider" }, label, this.range, this.field);
  }

  typed() {
    const value = Number(this.field.value);
    const right = this.field.value !== "" && Number.isInteger(value) && value >= this.least && value <= this.most;
    this.field.setAttribute("aria-invalid", String(!right));
    if (right) this.onchange(value);
  }

  /** @param {number} value */
  show(value) {
    this.value = value;
    this.range.max = String(value > this.reach ? this.most : this.reach);
    this.range.value = String(value);
    if (this.field.value !== String(value)) this.field.value = String(value);
    this.field.setAttribute("aria-invalid", "false");
  }
}
