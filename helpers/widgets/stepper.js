/** The convolution stepper: an image, a kernel, and how each output cell comes about. */

import { cell, turned, xcorr2d } from "./parts/arithmetic.js";
import { Choice } from "./parts/choice.js";
import { grey, signed } from "./parts/colour.js";
import { compare } from "./parts/comparison.js";
import { h, onTraits } from "./parts/dom.js";
import { Explanation } from "./parts/explanation.js";
import { keep, recall } from "./parts/memory.js";
import { NumberGrid } from "./parts/number_grid.js";
import { OutputGrid } from "./parts/output_grid.js";
import { Player } from "./parts/player.js";
import { Sizes, resized } from "./parts/sizes.js";
import { Source } from "./parts/source.js";
import { sizeText } from "./parts/written.js";

const LARGEST = { image: 12, kernel: 5 };
const HINT =
  "Type over any number. Point at an output cell to see where it comes from; click to pin it. Rows and columns are " +
  "counted from 0.";
const UNCOVER = "I have made my predictions: show the output";
const KEPT = ["image", "kernel", "turned", "crop"];
const TRAITS = [...KEPT, "photograph", "answer", "predict", "key"];

/** The line of PyTorch that says the same, and its shapes. @returns {string} */
export function torchLine(image, kernel, isTurned) {
  const sizes = [image, kernel].map((rows) => [rows.length, rows[0].length]);
  const output = sizes[0].map((size, axis) => size - sizes[1][axis] + 1);
  const [x, k, y] = [...sizes, output].map((shape) => `(1, 1, ${shape.join(", ")})`);
  const line = `F.conv2d(x[None, None], ${isTurned ? "k.flip(0, 1)" : "k"}[None, None])`;
  return `${line}\n# shapes: ${x}, ${k} → ${y}`;
}

/** Whether image and kernel may have these sizes. */
export function allowed(image, kernel) {
  const sizes = (rows) => [rows.length, rows[0]?.length ?? 0];
  const within = (rows, most) => sizes(rows).every((size) => size >= 1 && size <= most);
  const fits = sizes(kernel).every((size, axis) => size <= sizes(image)[axis]);
  return within(image, LARGEST.image) && within(kernel, LARGEST.kernel) && fits;
}

class StepperView {
  constructor(model, el) {
    this.model = model;
    this.given = this.read();
    Object.assign(this, { at: 0, pinned: false, hovered: null, due: false, gone: false, uncovered: false });
    this.grids = {
      image: new NumberGrid("Image X", (image) => this.set({ image })),
      kernel: new NumberGrid("Kernel K", (kernel) => this.set({ kernel })),
    };
    this.output = new OutputGrid({
      focus: (at) => at !== this.at && this.step(at),
      hover: (at) => this.hover(at),
      pin: (at) => this.pin(at),
    });
    this.player = new Player((at) => this.goTo(at), () => this.mark());
    this.sizes = Object.keys(this.grids).map((name) => this.makeSizes(name));
    this.root = this.build();
    el.append(this.root);
    this.recall();
    this.draw();
  }

  read() {
    return Object.fromEntries(KEPT.map((name) => [name, this.model.get(name)]));
  }

  /** What a reader changed is taken up again only if the lesson still gives the same numbers. */
  recall() {
    const kept = recall(this.model.get("key"), null);
    if (!kept?.now || JSON.stringify(kept.given) !== JSON.stringify(this.given)) return;
    this.uncovered = kept.uncovered === true;
    if (allowed(kept.now.image, kept.now.kernel)) this.set(kept.now);
  }

  set(traits) {
    for (const [name, value] of Object.entries(traits)) this.model.set(name, value);
    this.model.save_changes();
    this.keep();
  }

  keep() {
    keep(this.model.get("key"), { given: this.given, now: this.read(), uncovered: this.uncovered });
  }

  /** Show the output, which was covered for as long as the reader predicted it. */
  uncover() {
    this.uncovered = true;
    this.keep();
    this.draw();
    this.player.toggle.focus(); // the button that had the focus is gone
  }

  makeSizes(name) {
    const after = (axis, by) => ({ ...this.read(), [name]: resized(this.model.get(name), axis, by) });
    const can = (axis, by) => allowed(after(axis, by).image, after(axis, by).kernel);
    return new Sizes(name, can, (axis, by) => this.set({ [name]: after(axis, by)[name] }));
  }

  build() {
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    this.verdict = h("p", { class: "cnn-verdict", role: "status" });
    this.explanation = new Explanation();
    this.torch = h("code");
    this.source = new Source((traits) => this.set(traits));
    const torch = { class: "cnn-torch", role: "group", "aria-label": "The same in PyTorch", tabindex: 0 };
    const results = [this.player.root, this.explanation.root, this.verdict, h("pre", torch, this.torch), this.live];
    const frame = { class: "cnn-widget cnn-stepper", role: "group", "aria-label": "Convolution stepper" };
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: HINT });
    const uncover = { type: "button", class: "cnn-primary cnn-uncover cnn-controls", text: UNCOVER };
    const cover = h("button", { ...uncover, onclick: () => this.uncover() });
    return h("div", frame, this.controls(), hint, this.source.root, this.stage(), cover, ...results);
  }

  controls() {
    const texts = ["Cross-correlation", "True convolution (turns the kernel by 180°)"];
    this.operation = new Choice("Operation", texts, (at) => this.set({ turned: at === 1 }));
    const again = h("button", { type: "button", text: "Start again", onclick: () => this.startAgain() });
    return h("div", { class: "cnn-row cnn-controls cnn-top" }, this.operation.root, again);
  }

  stage() {
    const title = () => h("div", { class: "cnn-title" });
    this.titles = { image: title(), kernel: title(), output: title() };
    this.sign = h("span", { class: "cnn-sign" });
    this.frame = h("span", { class: "cnn-window" });
    this.grids.image.grid.after(this.frame);
    const panel = (name, ...parts) => h("div", { class: `cnn-panel cnn-${name}-panel` }, this.titles[name], ...parts);
    const [image, kernel] = Object.keys(this.grids).map((name, at) =>
      panel(name, this.grids[name].root, this.sizes[at].root),
    );
    const pair = (sign, ...parts) => h("div", { class: "cnn-pair" }, sign, ...parts);
    const output = pair(h("span", { class: "cnn-sign", text: "=" }), panel("output", this.output.root));
    return h("div", { class: "cnn-stage" }, image, h("div", { class: "cnn-stage" }, pair(this.sign, kernel), output));
  }

  startAgain() {
    Object.assign(this, { at: 0, pinned: false });
    this.player.pause();
    this.set(this.given);
    for (const [name, grid] of Object.entries(this.grids)) grid.reset(this.given[name]);
  }

  hover(at) {
    this.hovered = at;
    this.mark();
  }

  step(at) {
    this.player.pause();
    this.hovered = null; // the keys move on, though the pointer may still rest on a cell
    this.goTo(at);
  }

  goTo(at) {
    Object.assign(this, { at, pinned: false });
    this.mark();
    if (!this.player.playing) this.live.textContent = this.formula;
  }

  pin(at) {
    this.player.pause();
    Object.assign(this, { pinned: at !== null && !(this.pinned && at === this.at), at: at ?? this.at });
    this.mark();
    this.live.textContent = `${this.pinned ? "Pinned" : "Not pinned"}. ${this.formula}`;
  }

  /** Several traits may change at once; the view is drawn when all of them have. */
  drawSoon() {
    if (!this.due) queueMicrotask(() => this.gone || this.draw());
    this.due = true;
  }

  draw() {
    this.due = false;
    const now = this.read();
    this.used = now.turned ? turned(now.kernel) : now.kernel;
    this.truth = xcorr2d(now.image, this.used);
    this.comparison = compare(this.model.get("answer"), now, this.truth, xcorr2d(now.image, turned(this.used)));
    Object.assign(this, { at: Math.min(this.at, this.truth.flat().length - 1), hovered: null });
    this.root.dataset.cells = now.image[0].length > 8 ? "small" : "large";
    this.root.dataset.covered = String(this.model.get("predict") && !this.uncovered);
    for (const [name, grid] of Object.entries(this.grids)) grid.show(now[name]);
    this.grids.kernel.turn(now.turned);
    this.source.show(this.model.get("photograph"), now);
    this.colour(now.crop.length > 0);
    this.label(now);
    this.mark();
  }

  /** Colours say something only of a photograph; small numbers are easier to read without. */
  colour(isPhotograph) {
    const furthest = Math.max(1e-9, ...this.truth.flat().map(Math.abs));
    this.grids.image.colour(isPhotograph ? (value) => grey(value / 255) : null);
    this.output.show(this.truth, this.comparison.differs, isPhotograph ? (value) => signed(value / furthest) : null);
  }

  label({ image, kernel, turned: isTurned }) {
    this.operation.show(Number(isTurned));
    this.titles.image.textContent = `Image X, ${sizeText(image)}`;
    this.titles.kernel.textContent = `Kernel K, ${sizeText(kernel)}${isTurned ? ", turned" : ""}`;
    this.titles.output.textContent = `Output Y, ${sizeText(this.truth)}`;
    this.sign.textContent = isTurned ? "∗" : "⋆";
    this.torch.textContent = torchLine(image, kernel, isTurned);
    this.verdict.textContent = this.comparison.text;
    for (const sizes of this.sizes) sizes.show();
  }

  /** Show one cell: the pinned one, else the one below the pointer, else where the player stands. */
  mark() {
    const columns = this.truth[0].length;
    const shown = this.pinned ? this.at : (this.hovered ?? this.at);
    const [row, column] = [Math.floor(shown / columns), shown % columns];
    const { differs, got, name } = this.comparison;
    const difference = differs[shown] ? { expected: this.truth[row][column], got: got[shown], name } : null;
    const image = this.model.get("image");
    const { window } = cell(image, this.used, row, column);
    const title = `Products of the window at row ${row}, column ${column}${this.pinned ? " (pinned)" : ""}`;
    const what = { title, name: `Y[${row}, ${column}]`, window, kernel: this.used };
    this.formula = this.explanation.show(what, difference);
    this.output.mark({ at: this.at, shown, pinned: this.pinned, playing: this.player.playing });
    this.player.show(this.at, this.truth.flat().length);
    const sizes = { row, column, height: this.used.length, width: this.used[0].length };
    Object.assign(sizes, { rows: image.length, columns: image[0].length });
    for (const [key, value] of Object.entries(sizes)) this.frame.style.setProperty(`--${key}`, String(value));
  }
}

export default {
  render({ model, el }) {
    const view = new StepperView(model, el);
    const stop = onTraits(model, TRAITS, () => view.drawSoon());
    return () => {
      stop();
      view.player.pause();
      view.gone = true;
      view.root.remove();
    };
  },
};
