/** A handle that shifts: eight arrows around a knob to drag, or to move with the arrow keys. */

import { h } from "./dom.js";

const ARROWS = [
  ["↖", -1, -1], ["↑", -1, 0], ["↗", -1, 1],
  ["←", 0, -1], null, ["→", 0, 1],
  ["↙", 1, -1], ["↓", 1, 0], ["↘", 1, 1],
];
const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const STEP = 20; // pixels of a drag for one cell

/** Such as `up and left`. */
function directionText(down, right) {
  const words = [["up", "", "down"][down + 1], ["left", "", "right"][right + 1]];
  return words.filter(Boolean).join(" and ");
}

export class ShiftHandle {
  /**
   * @param {number} most the furthest, in cells @param {(by: number[]) => void} onshift rows down, columns right
   * @param {string} [what] is shifted
   */
  constructor(most, onshift, what = "map") {
    Object.assign(this, { most, onshift, by: [0, 0], drag: null });
    this.knob = h("button", {
      type: "button",
      class: "cnn-knob",
      text: "✥",
      "aria-label": `Shift handle: drag it or use the arrow keys; Enter puts the ${what} back`,
      onpointerdown: (event) => this.grip(event),
      onpointermove: (event) => this.pull(event),
      onpointerup: () => this.letGo(),
      onpointercancel: () => this.letGo(),
      onkeydown: (event) => this.key(event),
    });
    const arrows = ARROWS.map((arrow) => (arrow ? this.arrow(...arrow) : this.knob));
    const group = { class: "cnn-handle cnn-controls", role: "group", "aria-label": `Shift the ${what}` };
    this.root = h("div", group, ...arrows);
  }

  arrow(text, down, right) {
    const onclick = () => this.move([this.by[0] + down, this.by[1] + right]);
    const name = `Shift by one ${directionText(down, right)}`;
    return h("button", { type: "button", text, "aria-label": name, onclick });
  }

  grip(event) {
    this.knob.setPointerCapture(event.pointerId);
    this.drag = { x: event.clientX, y: event.clientY, from: this.by };
  }

  pull(event) {
    if (!this.drag) return;
    const by = [event.clientY - this.drag.y, event.clientX - this.drag.x];
    this.move(by.map((pixels, axis) => this.drag.from[axis] + Math.round(pixels / STEP)));
  }

  letGo() {
    this.drag = null;
  }

  key(event) {
    const step = KEYS[event.key];
    if (!step && !["Enter", " ", "Escape"].includes(event.key)) return;
    event.preventDefault();
    this.move(step ? this.by.map((at, axis) => at + step[axis]) : [0, 0]);
  }

  move(by) {
    const [down, right] = by.map((at) => Math.max(-this.most, Math.min(this.most, at)));
    if (down !== this.by[0] || right !== this.by[1]) this.onshift([down, right]);
  }

  /** @param {number[]} by */
  show(by) {
    this.by = by;
    this.knob.style.setProperty("--down", String(by[0]));
    this.knob.style.setProperty("--right", String(by[1]));
  }
}
