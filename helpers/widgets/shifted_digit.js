/** A digit is moved over its canvas, and two networks read it: one head knows the place, the other does not. */

import { DigitCanvas, paint } from "./parts/digit_canvas.js";
import {
  DIGIT_SIDE, HEADS, SIDE, largestChange, movedAlong, onCanvas, run, unpack,
} from "./parts/digit_net.js";
import { NAMES, headText, logitFormula, mapsText, torchLines } from "./parts/digit_words.js";
import { h } from "./parts/dom.js";
import { Forecast } from "./parts/forecast.js";
import { MapSheet } from "./parts/map_sheet.js";
import { shiftText } from "./parts/pooling_words.js";
import { ScoreTable } from "./parts/score_table.js";
import { ShiftHandle } from "./parts/shift_handle.js";
import { renders, View } from "./parts/view.js";

const FURTHEST = (SIDE - DIGIT_SIDE) / 2;
const CELLS = DIGIT_SIDE ** 2;
const KEPT = ["digit", "shift"];
const TRAITS = [...KEPT, "weights", "digits", "predict", "key"];
const FIRST_MOVE = [0, 2];
const TITLES = { flatten: "Flatten head", global_pool: "Global-pool head" };
const CAPTIONS = {
  flatten: "A weight for each place of all 16 maps",
  global_pool: "A weight for the largest number of each map (ringed)",
};
const CHANGE = ["they stay", "they change"];
const QUESTIONS = [
  { question: "the maps of both networks?", choices: ["they stay", "they move along", "they change"], right: 1 },
  { question: "the ten logits of the flatten head?", choices: CHANGE, right: 1 },
  { question: "the ten logits of the global-pool head?", choices: CHANGE, right: 0 },
];
const LEAD = `Two trained networks read this digit. When it moves ${shiftText(FIRST_MOVE)}, what happens to:`;
const HINT =
  "Drag the digit over its canvas, or move it with the arrow keys. Each map has shades of its own; " +
  "the line in a bar is where the bar ended in the middle.";

class ShiftedDigitView extends View {
  constructor(model) {
    super(model, KEPT);
    this.canvas = new DigitCanvas((by) => this.move(by));
    this.handle = new ShiftHandle(FURTHEST, (by) => this.move(by), "digit");
    this.forecast = new Forecast(LEAD, QUESTIONS, `Move it ${shiftText(FIRST_MOVE)}`, () => this.begin());
    this.panels = Object.fromEntries(HEADS.map((head) => [head, this.panel(head)]));
    this.root = this.build();
  }

  allowed({ digit, shift }) {
    const known = Number.isInteger(digit) && digit >= 0 && digit < this.model.get("digits").byteLength / CELLS;
    return known && shift?.length === 2 && shift.every((by) => Number.isInteger(by) && Math.abs(by) <= FURTHEST);
  }

  build() {
    const text = (name, props = {}) => h("p", { class: name, ...props });
    this.told = Object.fromEntries(HEADS.map((head) => [head, text(`cnn-statement cnn-of-${head}`)]));
    this.maps = text("cnn-maps-told");
    this.formulas = Object.fromEntries(HEADS.map((head) => [head, text("cnn-formula")]));
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    const told = h("div", { class: "cnn-told" }, ...Object.values(this.told), this.maps, ...Object.values(this.formulas));
    const torch = { class: "cnn-torch", role: "group", "aria-label": "The same in PyTorch", tabindex: 0 };
    const pre = h("pre", torch, h("code", { text: torchLines() }));
    const place = h("div", { class: "cnn-place" }, this.canvas.root, this.handle.root);
    const nets = h("div", { class: "cnn-nets" }, place, ...HEADS.map((head) => this.panels[head].root));
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: HINT });
    const fit = h("div", { class: "cnn-fit" }, nets, this.forecast.root, told);
    const parts = [this.chooser(), hint, fit, pre, this.live];
    const frame = { class: "cnn-widget cnn-staged cnn-shifted-digit", role: "group", "aria-label": "Shifted digit" };
    return h("div", frame, ...parts);
  }

  panel(head) {
    const sheet = new MapSheet(`Maps before the ${NAMES[head]}`, head === "global_pool");
    const table = new ScoreTable(`What the ${NAMES[head]} says`);
    const title = h("div", { class: "cnn-title", text: TITLES[head] });
    const caption = h("div", { class: "cnn-muted cnn-caption", text: CAPTIONS[head] });
    return { sheet, table, root: h("div", { class: "cnn-net" }, title, sheet.root, caption, table.root) };
  }

  chooser() {
    const digits = Array.from({ length: this.model.get("digits").byteLength / CELLS }, (_, digit) => digit);
    this.buttons = digits.map((digit) => {
      const picture = h("canvas", { width: DIGIT_SIDE, height: DIGIT_SIDE, "aria-hidden": "true" });
      picture.removeAttribute("data-lm-suppress-shortcuts");
      paint(picture, this.pixels(digit));
      const props = { type: "button", class: "cnn-pick", "aria-label": `Digit ${digit}` };
      return h("button", { ...props, onclick: () => this.set({ digit }) }, picture);
    });
    const group = { class: "cnn-row cnn-picks", role: "group", "aria-label": "Which digit" };
    return h("div", { class: "cnn-row cnn-top cnn-controls" }, h("div", group, ...this.buttons), this.againButton());
  }

  /** @param {number} digit @returns {number[]} 64 greys from 0 to 1 */
  pixels(digit) {
    const bytes = this.model.get("digits");
    return Array.from({ length: CELLS }, (_, at) => bytes.getUint8(digit * CELLS + at) / 16);
  }

  move(by) {
    if (this.root.dataset.covered === "true") return;
    const shift = by.map((at) => Math.max(-FURTHEST, Math.min(FURTHEST, at)));
    if (shift.some((at, axis) => at !== this.model.get("shift")[axis])) this.set({ shift });
  }

  /** The predictions are made: the first move, and the focus to where the next one is made. */
  begin() {
    this.uncovered = true;
    this.set({ shift: FIRST_MOVE });
    this.drawNow();
    this.canvas.canvas.focus();
  }

  /** What both networks make of the digit in the middle, worked out once for each digit. */
  inTheMiddle(digit) {
    const [weights, digits] = [this.model.get("weights"), this.model.get("digits")];
    if (this.nets?.of !== weights) this.nets = { of: weights, ...unpack(weights) };
    if (this.middle?.digit === digit && this.middle.of === weights && this.middle.digits === digits) return;
    const pixels = this.pixels(digit);
    this.middle = { digit, of: weights, digits, pixels };
    for (const head of HEADS) {
      this.middle[head] = run(head, this.nets[head], onCanvas(pixels, [0, 0]));
      this.panels[head].sheet.scale(this.middle[head].peaks);
    }
  }

  draw() {
    const { digit, shift } = this.read();
    this.inTheMiddle(digit);
    const canvas = onCanvas(this.middle.pixels, shift);
    const place = shiftText(shift) ? `moved ${shiftText(shift)}` : "in the middle";
    const keys = this.root.dataset.covered === "true" ? "" : " Arrow keys move it, Enter puts it back.";
    this.canvas.show(canvas, shift, `Digit ${digit}, ${place}.${keys}`);
    this.handle.show(shift);
    this.buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(at === digit)));
    const after = Object.fromEntries(HEADS.map((head) => [head, run(head, this.nets[head], canvas)]));
    for (const head of HEADS) this.drawHead(head, after[head], shift);
    const along = HEADS.map((head) => movedAlong(this.middle[head].maps, after[head].maps, shift));
    const sum = (name) => along.reduce((total, one) => total + one[name], 0);
    this.maps.textContent = mapsText(shift, { same: sum("same"), of: sum("of") });
    this.speak();
  }

  drawHead(head, after, shift) {
    const [before, { sheet, table }] = [this.middle[head], this.panels[head]];
    sheet.show(after, shiftText(shift) ? `They moved along: ${shiftText(shift)}` : "The digit is in the middle");
    table.show(after, before.probabilities);
    this.told[head].textContent = headText(head, shift, before, after, largestChange(before.logits, after.logits));
    const [dense, bias] = this.nets[head].slice(-2);
    this.formulas[head].textContent = `${TITLES[head]}: ${logitFormula(head, after, dense, bias[after.says])}`;
  }

  /** A drag passes many places; only where it rests is spoken. */
  speak() {
    clearTimeout(this.soon);
    if (this.root.dataset.covered === "true") return;
    this.soon = setTimeout(() => {
      this.live.textContent = HEADS.map((head) => this.told[head].textContent).join(" ");
    }, 400);
  }
}

export default { render: renders(ShiftedDigitView, TRAITS) };
