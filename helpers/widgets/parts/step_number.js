/** A small whole number with a button for one less and one for one more. */

import { h } from "./dom.js";

export class StepNumber {
  /**
   * @param {string} name what is counted
   * @param {(value: number) => boolean} can whether the number may be this
   * @param {(value: number) => void} onchange
   */
  constructor(name, can, onchange) {
    Object.assign(this, { can, onchange });
    this.value = h("output", { class: "cnn-step-value" });
    this.buttons = [-1, 1].map((by) => this.button(name, by));
    const parts = [h("span", { text: name }), this.buttons[0], this.value, this.buttons[1]];
    this.root = h("div", { class: "cnn-step", role: "group", "aria-label": name }, ...parts);
  }

  button(name, by) {
    const onclick = () => this.can(this.number + by) && this.onchange(this.number + by);
    const label = `${by > 0 ? "More" : "Less"}: ${name}`;
    return h("button", { type: "button", text: by > 0 ? "+" : "−", "aria-label": label, onclick });
  }

  /** Grey out what is not allowed, but keep it in reach of the keyboard. @param {number} number */
  show(number) {
    this.number = number;
    this.value.textContent = String(number);
    this.buttons.forEach((button, at) => {
      button.setAttribute("aria-disabled", String(!this.can(number + (at ? 1 : -1))));
    });
  }
}
