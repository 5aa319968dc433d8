/** The kernel playground: a picture, a 3×3 kernel, and what comes out. */

import { reach, relu, strongest, xcorr3x3 } from "./parts/arithmetic.js";
import { Choice } from "./parts/choice.js";
import { h, onTraits, uniqueId } from "./parts/dom.js";
import { Drawing } from "./parts/drawing.js";
import { Easel } from "./parts/easel.js";
import { Explanation } from "./parts/explanation.js";
import { Gallery } from "./parts/gallery.js";
import { KERNELS, SAYS, TITLES as KERNEL_TITLES } from "./parts/kernels.js";
import { keep, recall } from "./parts/memory.js";
import { NumberGrid } from "./parts/number_grid.js";
import { SIDE, TITLES as PICTURE_TITLES } from "./parts/pictures.js";
import { PROMPTS, Prompt } from "./parts/prompts.js";
import { Reader } from "./parts/reader.js";
import { GREY, Scale, shortText } from "./parts/scale.js";
import { SIGN_PROMPTS } from "./parts/sign_prompts.js";

const OUT = SIDE - 2;
const KEPT = ["picture", "kernel", "own", "relu"];
const ASKED = { kernels: PROMPTS, signs: SIGN_PROMPTS };
const HINT = "Point at either picture to read one window; a click on the output holds it. Rows and columns count from 0.";
const TRAITS = [...KEPT, "camera", "coins", "text", "key"];

/** The nine weights of a kernel by name, as rows. @param {string} name @param {number[][]} own */
export function rowsOf(name, own) {
  const weights = KERNELS[name];
  return weights ? [0, 3, 6].map((at) => weights.slice(at, at + 3)) : own;
}

/** The window of 3×3 pixels that an output pixel reads. @param {Float32Array} picture */
export function windowAt(picture, row, column) {
  return [0, 1, 2].map((u) => Array.from(picture.subarray((row + u) * SIDE + column, (row + u) * SIDE + column + 3)));
}

class PlaygroundView {
  constructor(model, el) {
    Object.assign(this, { model, frame: 0, stale: true, stretched: false, news: false });
    this.output = new Float32Array(OUT * OUT);
    this.drawing = new Drawing();
    this.gallery = new Gallery(model, this.drawing.values);
    this.easel = new Easel(this.drawing, {
      draw: (done) => this.drawn(done),
      file: (values) => this.broughtIn(values),
      hover: (place) => this.reader.hover(place && place.map((at) => at - 1)), // the window's middle
    });
    this.reader = new Reader(OUT, (spoken) => this.drawSoon({ spoken }));
    this.grid = new NumberGrid("Kernel", (own) => this.set({ kernel: "own", own }));
    this.scale = new Scale();
    this.explanation = new Explanation();
    this.root = this.build();
    el.append(this.root);
    this.recall();
    this.draw();
  }

  recall() {
    const kept = recall(this.model.get("key"), {});
    this.drawingText = kept.drawing ?? "";
    this.drawing.fromText(this.drawingText);
    if (kept.now?.picture === "file") kept.now.picture = "face"; // files are not kept
    if (kept.now) this.set(kept.now);
  }

  set(traits) {
    for (const [name, value] of Object.entries(traits)) this.model.set(name, value);
    this.model.save_changes();
    this.keep();
  }

  keep() {
    const now = Object.fromEntries(KEPT.map((name) => [name, this.model.get(name)]));
    keep(this.model.get("key"), { now, drawing: this.drawingText });
  }

  build() {
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    this.says = h("p", { class: "cnn-says" });
    this.told = h("p", { class: "cnn-told" });
    this.meaning = h("p", { class: "cnn-muted cnn-meaning" });
    const title = (name) => h("div", { class: "cnn-title", text: name });
    const panel = (name, ...parts) => h("div", { class: `cnn-${name.toLowerCase()}-panel` }, title(name), ...parts);
    const stage = h("div", { class: "cnn-stage" }, panel("Input", this.easel.root));
    stage.append(panel("Kernel", this.grid.root, this.says), panel("Output", this.reader.root, this.scale.root));
    const hint = h("p", { class: "cnn-muted cnn-meaning cnn-controls", text: HINT });
    const results = [this.told, this.meaning, hint, this.explanation.root, this.live];
    const frame = { class: "cnn-widget cnn-playground", role: "group", "aria-label": "Kernel playground" };
    return h("div", frame, this.prompts(), this.controls(), stage, ...results);
  }

  controls() {
    this.pictures = this.select("Picture", PICTURE_TITLES, (picture) => this.set({ picture }));
    this.kernels = this.select("Kernel", KERNEL_TITLES, (kernel) => this.set({ kernel }));
    const activations = ["Raw output", "ReLU (negative becomes 0)"];
    this.activation = new Choice("Activation", activations, (at) => this.set({ relu: at === 1 }));
    const stretch = h("input", { type: "checkbox", onchange: () => this.stretch(stretch.checked) });
    const labels = [this.pictures, this.kernels].map(({ label }) => label);
    const check = h("label", { class: "cnn-check" }, stretch, "Stretch the colours");
    return h("div", { class: "cnn-row cnn-controls cnn-top" }, ...labels, this.activation.root, check);
  }

  select(name, titles, onchoose) {
    const options = Object.entries(titles).map(([value, text]) => h("option", { value, text }));
    const select = h("select", { onchange: () => onchoose(select.value) }, ...options);
    return { select, label: h("label", { class: "cnn-select" }, h("span", { text: name }), select) };
  }

  prompts() {
    const look = (picture, kernel, relu = false) => this.set({ picture, kernel, relu });
    const output = (picture, kernel) => this.gallery.output(picture, kernel);
    const picture = (name) => this.gallery.picture(name);
    const name = uniqueId("prompts"); // one name: opening one closes the others
    const prompts = ASKED[this.model.get("topic")].map((prompt) => new Prompt(name, prompt, look, output, picture).root);
    const title = h("div", { class: "cnn-title", text: "Predict, then look" });
    return h("div", { class: "cnn-prompts cnn-controls" }, title, ...prompts);
  }

  stretch(on) {
    this.stretched = on;
    this.drawSoon({ stale: true });
  }

  drawn(done) {
    if (done) this.drawingText = this.drawing.toText();
    if (done) this.keep();
    this.drawSoon({ stale: true });
  }

  broughtIn(values) {
    this.gallery.made.file = values;
    this.drawSoon({ stale: true, news: true });
  }

  /** All that happens between two frames is drawn once. */
  drawSoon({ stale = false, news = false, spoken = false }) {
    this.stale ||= stale;
    this.news ||= news;
    this.spoken ||= spoken;
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  }

  draw() {
    this.frame = 0;
    if (this.stale) this.reckon();
    this.read();
    if (this.spoken) this.live.textContent = this.explanation.title.textContent;
    else if (this.news) this.live.textContent = this.told.textContent;
    Object.assign(this, { stale: false, news: false, spoken: false });
  }

  reckon() {
    const [picture, kernel] = [this.model.get("picture"), this.model.get("kernel")];
    this.rows = rowsOf(kernel, this.model.get("own"));
    const weights = this.rows.flat();
    this.input = this.gallery.picture(picture);
    xcorr3x3(this.input, SIDE, weights, this.output);
    if (this.model.get("relu")) relu(this.output);
    this.strongest = strongest(this.output);
    const [most, here] = [reach(weights), Math.abs(this.strongest.value)];
    const whose = this.stretched ? "the strongest response here" : "the most this kernel can reach";
    this.meaning.textContent = this.scale.choose(weights, this.stretched ? here : most, whose);
    this.easel.screen.paint(this.input, GREY);
    this.reader.screen.paint(this.output, this.scale.table);
    this.label(picture, kernel, most);
  }

  label(picture, kernel, most) {
    [this.pictures.select.value, this.kernels.select.value] = [picture, kernel];
    this.activation.show(Number(this.model.get("relu")));
    this.grid.show(this.rows);
    this.easel.show(picture, PICTURE_TITLES[picture]);
    this.easel.showPen();
    this.says.textContent = SAYS[kernel];
    const { at, value } = this.strongest;
    const place = `row ${Math.floor(at / OUT)}, column ${at % OUT}`;
    const share = most > 0 ? `, ${Math.round((100 * Math.abs(value)) / most)} % of the most this kernel can reach` : "";
    this.told.textContent = `Strongest response: ${shortText(value)}${share}, first at ${place}.`;
  }

  /** Show the pixel that is read, its window and its sum. */
  read() {
    const at = this.reader.at(this.strongest.at);
    const [row, column] = [Math.floor(at / OUT), at % OUT];
    this.easel.screen.outline(row, column, 3);
    this.reader.screen.outline(row, column, 1);
    const window = windowAt(this.input, row, column);
    const after = this.model.get("relu") ? " after ReLU" : "";
    const title = `Row ${row}, column ${column}: ${shortText(this.output[at])}${after}`;
    this.explanation.show({ title, name: `Y[${row}, ${column}]`, window, kernel: this.rows, digits: 3 });
  }
}

export default {
  render({ model, el }) {
    const view = new PlaygroundView(model, el);
    const stop = onTraits(model, TRAITS, () => view.drawSoon({ stale: true, news: true }));
    return () => {
      stop();
      cancelAnimationFrame(view.frame);
      view.root.remove();
    };
  },
};
