/** Rows and columns more or less. */

import { h } from "./dom.js";

/** The same rows with one more or one less along an axis; new cells are 0. */
export function resized(rows, axis, by) {
  if (axis === "rows") return by > 0 ? [...rows, rows[0].map(() => 0)] : rows.slice(0, -1);
  return rows.map((row) => (by > 0 ? [...row, 0] : row.slice(0, -1)));
}

export class Sizes {
  /**
   * @param {string} name whose sizes they are
   * @param {(axis: string, by: number) => boolean} can whether a step is allowed
   * @param {(axis: string, by: number) => void} resize
   */
  constructor(name, can, resize) {
    Object.assign(this, { name, can, resize, buttons: [] });
    this.root = h("div", { class: "cnn-sizes cnn-controls" }, this.axis("rows"), this.axis("columns"));
  }

  axis(axis) {
    const buttons = [this.button(axis, -1), this.button(axis, 1)];
    return h("span", { class: "cnn-row" }, buttons[0], h("span", { text: axis }), buttons[1]);
  }

  button(axis, by) {
    const name = `${by > 0 ? "Add" : "Remove"} a ${axis.slice(0, -1)}: ${this.name}`;
    const onclick = () => this.can(axis, by) && this.resize(axis, by);
    const element = h("button", { type: "button", text: by > 0 ? "+" : "−", "aria-label": name, onclick });
    this.buttons.push({ element, axis, by });
    return element;
  }

  /** Grey out what is not allowed, but keep it in reach of the keyboard, so that focus is never lost. */
  show() {
    for (const { element, axis, by } of this.buttons) {
      element.setAttribute("aria-disabled", String(!this.can(axis, by)));
    }
  }
}
