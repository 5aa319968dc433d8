/** Pictures to pick one of: one stop of the Tab key, and the arrow keys pick the next, as with radio buttons. */

import { h } from "./dom.js";
import { makeStop } from "./roving.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class Picks {
  /**
   * @param {string} name of the group @param {number} count
   * @param {(at: number) => (Node|string|null)[]} inside what stands on each button
   * @param {(at: number) => void} onpick
   */
  constructor(name, count, inside, onpick) {
    this.onpick = onpick;
    this.buttons = Array.from({ length: count }, (_, at) => {
      const props = { type: "button", role: "radio", class: "cnn-pick", onclick: () => onpick(at) };
      return h("button", props, ...inside(at));
    });
    const group = { class: "cnn-picks", role: "radiogroup", "aria-label": name, onkeydown: (event) => this.key(event) };
    this.root = h("div", group, ...this.buttons);
  }

  key(event) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const shown = this.buttons.filter((button) => !button.hidden);
    const at = (shown.indexOf(document.activeElement) + step + shown.length) % shown.length;
    shown[at].focus();
    this.onpick(this.buttons.indexOf(shown[at]));
  }

  /** @param {number} at */
  show(at) {
    if (this.shown === at) return;
    this.shown = at;
    this.buttons.forEach((button, place) => button.setAttribute("aria-checked", String(place === at)));
    makeStop(this.buttons, at);
  }
}
