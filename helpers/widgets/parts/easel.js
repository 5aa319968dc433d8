/** The input as a screen: to look at, to draw on, or to bring a picture of one's own. */

import { h } from "./dom.js";
import { readPicture } from "./file.js";
import { SIDE } from "./pictures.js";
import { Screen } from "./screen.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const STEP = 3; // pixels a key press moves the pen
const PEN = "Your drawing. Arrow keys move the pen, Space paints, Shift with arrow keys paints on the way.";

export class Easel {
  /**
   * @param {import("./drawing.js").Drawing} drawing
   * @param {{
   *   draw: (done: boolean) => void, file: (values: Float32Array) => void, hover: (at: number[]|null) => void,
   * }} on
   */
  constructor(drawing, on) {
    Object.assign(this, { drawing, on, drawable: false });
    this.screen = new Screen(SIDE, {
      role: "img",
      onpointerdown: (event) => this.press(event),
      onpointermove: (event) => this.move(event),
      onpointerup: () => this.drawable && on.draw(true),
      onpointerleave: () => on.hover(null),
      onkeydown: (event) => this.key(event),
    });
    this.pen = h("span", { class: "cnn-pen", hidden: true });
    this.screen.root.append(this.pen);
    this.root = h("div", {}, this.screen.root, this.drawTools(), this.fileTools());
  }

  drawTools() {
    const rubber = h("input", { type: "checkbox", onchange: () => (this.drawing.ink = rubber.checked ? 0 : 1) });
    const clear = () => {
      this.drawing.clear();
      this.on.draw(true);
    };
    const button = h("button", { type: "button", text: "Clear", onclick: clear });
    const row = h("div", { class: "cnn-row" }, h("label", { class: "cnn-check" }, rubber, "Rub out"), button);
    const hint = h("p", { text: "Draw on the black square, or with arrow keys and Space." });
    this.tools = h("div", { class: "cnn-tools" }, hint, row);
    return this.tools;
  }

  fileTools() {
    const input = h("input", { type: "file", accept: "image/*", onchange: () => this.read(input.files[0]) });
    this.problem = h("p", { class: "cnn-problem", role: "status" });
    const label = h("label", {}, "Your picture file", input);
    this.file = h("div", { class: "cnn-tools" }, label, h("p", { text: "It stays in this page." }), this.problem);
    return this.file;
  }

  async read(file) {
    this.problem.textContent = "";
    if (!file) return;
    try {
      this.on.file(await readPicture(file));
    } catch {
      this.problem.textContent = "Your browser cannot read this file as a picture. Please choose a PNG or JPEG file.";
    }
  }

  /** @param {string} name the picture's @param {string} title */
  show(name, title) {
    this.drawable = name === "drawing";
    this.tools.hidden = !this.drawable;
    this.pen.hidden = !this.drawable;
    this.file.hidden = name !== "file";
    this.screen.root.dataset.drawable = String(this.drawable);
    const { canvas } = this.screen;
    canvas.setAttribute("role", this.drawable ? "application" : "img");
    canvas.setAttribute("aria-label", this.drawable ? PEN : `Input: ${title}`);
    if (this.drawable) canvas.tabIndex = 0;
    else canvas.removeAttribute("tabindex");
  }

  press(event) {
    if (!this.drawable || event.button !== 0) return;
    event.preventDefault();
    this.screen.canvas.focus();
    this.screen.canvas.setPointerCapture(event.pointerId);
    this.drawing.move(this.screen.pixelAt(event), false);
    this.drawing.dab();
    this.on.draw(false);
  }

  move(event) {
    const place = this.screen.pixelAt(event);
    if (!this.drawable || !(event.buttons & 1)) return this.on.hover(place);
    this.drawing.move(place, true);
    this.on.draw(false);
  }

  key(event) {
    const step = STEPS[event.key];
    if (!this.drawable || !(step || event.key === " ")) return;
    event.preventDefault();
    if (step) this.drawing.move(this.drawing.pen.map((at, axis) => at + STEP * step[axis]), event.shiftKey);
    else this.drawing.dab();
    this.on.draw(true);
  }

  /** Put the pen's ring where the pen is. */
  showPen() {
    const [top, left] = this.drawing.pen.map((at) => `${(100 * (at + 0.5)) / SIDE}%`);
    Object.assign(this.pen.style, { top, left });
  }
}
