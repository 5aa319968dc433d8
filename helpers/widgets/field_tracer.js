/** The field tracer: build a stack of layers, choose a cell of the last map, and see which cells it sees. */

import { h } from "./parts/dom.js";
import { Pyramid } from "./parts/pyramid.js";
import { Slider } from "./parts/slider.js";
import { mapSizes, problem, trace } from "./parts/tracing.js";
import { waysText, seesText, steps, torchLine } from "./parts/tracing_words.js";
import { renders, View } from "./parts/view.js";

const KEPT = ["layers", "size", "cell"];
const TRAITS = [...KEPT, "predict", "key"];
export const MOST_LAYERS = 6;
export const LIMITS = { kernel: [1, 11], stride: [1, 4], padding: [0, 9], dilation: [1, 8] };
const SIZES = [1, 64];
const KINDS = { conv: "Convolution", pool: "Max pool" };
const [CONV3, POOL] = [["conv", 3, 1, 0, 1], ["pool", 2, 2, 0, 1]];
export const PRESETS = [
  ["Three 3s", 17, [CONV3, CONV3, CONV3]],
  ["Stride 2, three times", 31, [["conv", 3, 2, 1, 1], ["conv", 3, 2, 1, 1], ["conv", 3, 2, 1, 1]]],
  ["Dilations 1, 2, 4", 25, [["conv", 3, 1, 0, 1], ["conv", 3, 1, 0, 2], ["conv", 3, 1, 0, 4]]],
  ["Dilations 2, 2", 17, [["conv", 3, 1, 0, 2], ["conv", 3, 1, 0, 2]]],
  ["LeNet", 32, [["conv", 5, 1, 0, 1], POOL, ["conv", 5, 1, 0, 1], POOL]],
];

const within = (value, [least, most]) => Number.isInteger(value) && value >= least && value <= most;

/** Whether what was kept can still be shown. */
export function allowed({ layers, size, cell }) {
  if (!Array.isArray(layers) || !within(layers.length, [1, MOST_LAYERS]) || !within(size, SIZES)) return false;
  const sound = ([kind, ...numbers]) => kind in KINDS && Object.values(LIMITS).every((limits, at) => within(numbers[at], limits));
  return layers.every(sound) && !problem(layers, size) && within(cell, [-1, SIZES[1]]);
}

class FieldTracerView extends View {
  constructor(model) {
    super(model, KEPT);
    Object.assign(this, { hovered: null, rows: [] });
    this.pyramid = new Pyramid({ choose: (cell) => this.set({ cell }), hover: (cell) => this.hover(cell) });
    this.root = this.build();
  }

  allowed(now) {
    return allowed(now);
  }

  build() {
    this.stack = h("div", { class: "cnn-stack" });
    this.message = h("p", { class: "cnn-message", role: "status" });
    [this.sees, this.ways] = [h("p", { class: "cnn-total" }), h("p", { class: "cnn-ways" })];
    const oninput = () => this.set({ cell: Number(this.picker.value) });
    this.picker = h("input", { type: "range", min: 0, "aria-label": "Cell of the last map", oninput });
    this.torch = h("code");
    const torch = { class: "cnn-torch", role: "group", "aria-label": "The same in PyTorch", tabindex: 0 };
    const told = h("div", { class: "cnn-told" }, this.sees, this.ways);
    const pick = h("label", { class: "cnn-pick cnn-controls" }, h("span", { text: "Cell of the last map" }), this.picker);
    const answer = h("div", { class: "cnn-answer" }, told, this.pyramid.root, pick, this.legend());
    const cover = this.coverButton("field", () => this.picker);
    const frame = { class: "cnn-widget cnn-staged cnn-field-tracer", role: "group", "aria-label": "Field tracer" };
    const code = h("pre", torch, this.torch);
    return h("div", frame, this.presets(), this.inputRow(), this.stack, this.adding(), cover, answer, code);
  }

  presets() {
    this.buttons = PRESETS.map(([text, size, layers]) => {
      return h("button", { type: "button", text, onclick: () => this.change({ size, layers, cell: -1 }) });
    });
    const frame = { class: "cnn-row cnn-controls cnn-presets", role: "group", "aria-label": "Examples" };
    return h("div", frame, ...this.buttons, this.againButton());
  }

  inputRow() {
    this.slider = new Slider("Input cells", { least: 4, most: SIZES[1] }, (size) => this.change({ size }));
    const rule = [["size", "size + d·(k − 1)·jump"], ["jump", "jump·s"], ["first", "first − p·jump"]];
    const told = rule.map(([name, text]) => h("span", { class: "cnn-step" }, h("b", { text: name }), ` ← ${text}`));
    const start = h("p", { class: "cnn-muted cnn-start", text: "Start at the input with size 1, jump 1, first 0. For each layer:" });
    return h("div", {}, h("div", { class: "cnn-controls" }, this.slider.root), start, h("div", { class: "cnn-rule" }, ...told));
  }

  adding() {
    const add = (layer) => () => this.change({ layers: [...this.model.get("layers"), layer] });
    const button = (text, layer) => h("button", { type: "button", text, onclick: add(layer) });
    this.add = [button("Add a convolution", CONV3), button("Add a max pool", POOL)];
    return h("div", { class: "cnn-controls" }, h("div", { class: "cnn-row" }, ...this.add), this.message);
  }

  legend() {
    const key = { bar: "ways to a cell of the input", field: "the theoretical field", pad: "padding" };
    const item = ([name, text]) => h("span", { class: "cnn-row" }, h("span", { class: `cnn-key cnn-key-${name}` }), h("span", { text }));
    return h("div", { class: "cnn-row cnn-legend cnn-muted" }, ...Object.entries(key).map(item));
  }

  /** Change the stack, unless some layer would not fit: then tell why. @param {Partial<{layers: any, size: number}>} what */
  change(what) {
    const { layers, size } = { ...this.read(), ...what };
    const most = layers.length > MOST_LAYERS ? `Not changed: the drawing has room for ${MOST_LAYERS} layers.` : "";
    const wrong = most || problem(layers, size);
    this.message.textContent = wrong;
    if (wrong) this.drawSoon(); // the controls go back
    else this.set(what);
  }

  startAgain() {
    this.message.textContent = "";
    super.startAgain();
  }

  hover(cell) {
    this.hovered = cell;
    this.mark();
  }

  draw() {
    const now = this.read();
    this.hovered = null;
    this.slider.show(now.size);
    while (this.rows.length > now.layers.length) this.rows.pop().root.remove();
    while (this.rows.length < now.layers.length) this.stack.append(this.newRow(this.rows.length).root);
    const told = steps(now.layers, now.size);
    this.rows.forEach((row, at) => this.showRow(row, now.layers[at], told[at], now.layers.length > 1));
    this.buttons.forEach((button, at) => {
      const same = PRESETS[at][1] === now.size && JSON.stringify(PRESETS[at][2]) === JSON.stringify(now.layers);
      button.setAttribute("aria-pressed", String(same));
    });
    this.add.forEach((button) => button.setAttribute("aria-disabled", String(now.layers.length >= MOST_LAYERS)));
    this.torch.textContent = torchLine(now.layers);
    this.picker.max = String(mapSizes(now.layers, now.size).at(-1) - 1);
    this.drawMaps(now);
    const chosen = this.mark();
    const { covered } = this.root.dataset; // what is covered has no width to scroll in
    if (this.isNew || covered !== this.covered) requestAnimationFrame(() => this.gone || this.pyramid.reveal(chosen));
    this.covered = covered;
  }

  /** The maps are drawn anew only if there are others: a frame that only chooses a cell is short. */
  drawMaps({ layers, size }) {
    const drawn = JSON.stringify([layers, size]);
    this.isNew = drawn !== this.drawn;
    if (this.isNew) this.pyramid.show(layers, size);
    this.drawn = drawn;
  }

  newRow(at) {
    const change = (place) => (event) => {
      const value = place ? Number(event.target.value) : event.target.value;
      this.change({ layers: this.model.get("layers").map((one, i) => (i === at ? one.with(place, value) : one)) });
    };
    const name = `Layer ${at + 1}`;
    const options = Object.entries(KINDS).map(([value, text]) => h("option", { value, text }));
    const kind = h("select", { "aria-label": `${name}: kind`, onchange: change(0) }, ...options);
    const select = (one, place) => {
      const [least, most] = LIMITS[one];
      const numbers = Array.from({ length: most - least + 1 }, (_, i) => h("option", { value: least + i, text: least + i }));
      return h("select", { "aria-label": `${name}: ${one}`, onchange: change(place + 1) }, ...numbers);
    };
    const selects = Object.keys(LIMITS).map(select);
    const labels = selects.map((one, i) => h("label", {}, h("span", { text: `${Object.keys(LIMITS)[i]} ${"kspd"[i]}` }), one));
    const onclick = () => this.change({ layers: this.model.get("layers").filter((_, i) => i !== at) });
    const remove = h("button", { type: "button", class: "cnn-remove", text: "×", "aria-label": `Remove layer ${at + 1}`, onclick });
    const told = ["size", "jump", "first", "cells"].map((one) => h("span", { class: `cnn-step cnn-step-${one}` }));
    const controls = h("div", { class: "cnn-row cnn-controls" }, h("b", { text: String(at + 1) }), kind, ...labels, remove);
    const root = h("div", { class: "cnn-layer", role: "group", "aria-label": name }, controls, h("div", { class: "cnn-rule" }, ...told));
    this.rows.push({ root, selects: [kind, ...selects], told, remove });
    return this.rows[at];
  }

  showRow({ selects, told, remove }, layer, step, removable) {
    selects.forEach((select, at) => {
      select.value = String(layer[at]);
    });
    Object.entries(step).forEach(([name, text], at) => {
      told[at].replaceChildren(...(name === "cells" ? [text] : [h("b", { text: name }), ` ${text}`]));
    });
    remove.hidden = !removable;
  }

  /** Show one cell of the last map: the one below the pointer, else the chosen one, else the middle one. Return the latter. */
  mark() {
    const { layers, size, cell } = this.read();
    const count = mapSizes(layers, size).at(-1);
    const chosen = cell < 0 ? Math.floor(count / 2) : Math.min(cell, count - 1);
    const shown = Math.min(this.hovered ?? chosen, count - 1);
    const levels = trace(layers, size, shown);
    const [sees, ways] = [seesText(levels, layers, size, shown), waysText(levels)];
    this.pyramid.mark(shown, `${sees} ${ways}`);
    [this.sees.textContent, this.ways.textContent] = [sees, ways];
    this.picker.value = String(chosen);
    this.picker.setAttribute("aria-valuetext", sees);
    return chosen;
  }
}

export default { render: renders(FieldTracerView, TRAITS) };
