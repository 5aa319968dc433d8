/** The canvas with its digit: dragged by pointer, moved by arrow keys, and put back by Enter. */

import { grey } from "./colour.js";
import { SIDE } from "./digit_net.js";
import { h } from "./dom.js";

const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Fill a canvas with greys. @param {HTMLCanvasElement} canvas @param {ArrayLike<number>} values 0 to 1 */
export function paint(canvas, values) {
  const image = new ImageData(canvas.width, canvas.height);
  for (let at = 0; at < values.length; at += 1) image.data.set([...grey(values[at]), 255], 4 * at);
  canvas.getContext("2d").putImageData(image, 0, 0);
}

export class DigitCanvas {
  /** @param {(by: number[]) => void} onmove rows down and columns right, from the middle; not yet cut off */
  constructor(onmove) {
    Object.assign(this, { onmove, by: [0, 0], drag: null });
    this.canvas = h("canvas", {
      width: SIDE,
      height: SIDE,
      tabindex: 0,
      role: "application",
      "aria-roledescription": "digit to move",
      onpointerdown: (event) => this.grip(event),
      onpointermove: (event) => this.pull(event),
      onpointerup: () => this.letGo(),
      onpointercancel: () => this.letGo(),
      onkeydown: (event) => this.key(event),
    });
    this.root = h("div", { class: "cnn-canvas" }, this.canvas);
  }

  grip(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.drag = { x: event.clientX, y: event.clientY, from: this.by };
  }

  pull(event) {
    if (!this.drag) return;
    const cell = this.canvas.getBoundingClientRect().width / SIDE;
    const by = [event.clientY - this.drag.y, event.clientX - this.drag.x];
    this.onmove(by.map((pixels, axis) => this.drag.from[axis] + Math.round(pixels / cell)));
  }

  letGo() {
    this.drag = null;
  }

  key(event) {
    const step = KEYS[event.key];
    if (!step && !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    this.onmove(step ? this.by.map((at, axis) => at + step[axis]) : [0, 0]);
  }

  /** @param {ArrayLike<number>} values @param {number[]} by @param {string} told */
  show(values, by, told) {
    this.by = by;
    paint(this.canvas, values);
    this.canvas.setAttribute("aria-label", told);
  }
}
