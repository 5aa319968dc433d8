/** The residual laboratory: a row of numbers, a branch F, and four ways to bring the two together, many times. */

import { Bars } from "./parts/bars.js";
import { Choice } from "./parts/choice.js";
import { h } from "./parts/dom.js";
import { after, ARRANGEMENTS, block } from "./parts/residual.js";
import { barText, formulas, statement, torchLines } from "./parts/residual_words.js";
import { renders, View } from "./parts/view.js";

const MOST = 4; // of the input
const SCALE = 4; // of the bars, where nothing is larger
const MOST_BLOCKS = 10;
const ROWS = 4; // of one block, x among them
const KINDS = Object.keys(ARRANGEMENTS);
const KEPT = ["signal", "strength", "arrangement", "blocks"];
const TRAITS = [...KEPT, "predict", "key"];
const LABELS = [
  "No addition: relu(F(x))",
  "ReLU after the sum: relu(x + F(x))",
  "ReLU before the sum: x + relu(F(x))",
  "ReLU first: x + F(relu(x))",
];
const HINT = "Drag a bar of x, or press the up and down arrow keys on it. Each formula is that of the place outlined in all rows.";

/** Whether the widget can show this. */
export function allowed({ signal, strength, arrangement, blocks }) {
  const whole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
  const sound = Array.isArray(signal) && signal.every((value) => whole(value, -MOST, MOST));
  return sound && whole(4 * strength, -2, 4) && KINDS.includes(arrangement) && whole(blocks, 1, MOST_BLOCKS);
}

class ResidualLabView extends View {
  constructor(model) {
    super(model, KEPT);
    this.count = this.given.signal.length;
    this.at = Math.floor(this.count / 2);
    this.root = this.build();
  }

  allowed(now) {
    return allowed(now) && now.signal.length === this.count;
  }

  build() {
    const point = (at) => this.point(at);
    const change = (at, value) => this.set({ signal: this.read().signal.map((old, place) => (place === at ? value : old)) });
    const input = new Bars(this.count, { point, change }, MOST);
    const others = Array.from({ length: ROWS }, () => new Bars(this.count, { point }));
    this.rows = [input, ...others].map((bars, row) => this.row(bars, row));
    this.told = h("p", { class: "cnn-statement", role: "status" });
    this.torch = h("code");
    const torch = { class: "cnn-torch", role: "group", "aria-label": "The same in PyTorch", tabindex: 0 };
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: HINT });
    const cover = this.coverButton("block", () => input.bars[this.at].root);
    const rows = h("div", { class: "cnn-fit" }, ...this.rows.map(({ root }) => root));
    const frame = { class: "cnn-widget cnn-staged cnn-residual-lab", role: "group", "aria-label": "Residual laboratory" };
    return h("div", frame, this.controls(), hint, rows, cover, this.told, h("pre", torch, this.torch));
  }

  controls() {
    this.choice = new Choice("What the block computes", LABELS, (at) => this.set({ arrangement: KINDS[at] }));
    this.sliders = {
      strength: this.slider("Strength of F", { min: -0.5, max: 1, step: 0.25 }, "strength"),
      blocks: this.slider("Blocks in a row", { min: 1, max: MOST_BLOCKS, step: 1 }, "blocks"),
    };
    const top = h("div", { class: "cnn-row cnn-top" }, this.choice.root, this.againButton());
    const slides = h("div", { class: "cnn-slides" }, ...Object.values(this.sliders).map(({ root }) => root));
    return h("div", { class: "cnn-controls" }, top, slides);
  }

  slider(name, limits, trait) {
    const oninput = () => this.set({ [trait]: Number(range.value) });
    const range = h("input", { type: "range", ...limits, oninput });
    const value = h("output", { class: "cnn-count" });
    return { range, value, root: h("label", { class: "cnn-slide" }, h("span", { text: name }), range, value) };
  }

  row(bars, row) {
    const name = h("span", { class: "cnn-name" });
    const formula = h("span", { class: "cnn-formula" });
    const kind = row === 0 ? "cnn-input" : row === ROWS ? "cnn-last" : "cnn-step";
    const root = h("div", { class: `cnn-line ${kind}`, role: "group" }, name, bars.root, formula);
    return { root, bars, name, formula };
  }

  point(at) {
    if (at === this.at) return;
    this.at = at;
    this.mark();
  }

  draw() {
    const { signal, strength, arrangement, blocks } = this.read();
    const many = blocks > 1 ? `After ${blocks} blocks` : "After 1 block";
    this.made = block(signal, strength, arrangement);
    const last = after(signal, strength, arrangement, blocks);
    this.rows.forEach((row, place) => {
      const shown = place === ROWS ? { name: many, values: last } : this.made[place];
      row.root.dataset.empty = String(!shown);
      row.name.textContent = shown?.name ?? "Nothing is added";
      row.root.setAttribute("aria-label", `${row.name.textContent}: ${shown?.values.map(barText).join(", ") ?? ""}`);
      const values = shown?.values ?? signal.map(() => 0);
      row.bars.show(values, Math.max(SCALE, ...values.map(Math.abs)), barText);
    });
    this.drawControls(strength, arrangement, blocks);
    this.told.textContent = statement(signal, this.made.at(-1).values, last, blocks);
    this.torch.textContent = torchLines(signal, strength, arrangement, blocks);
    this.mark();
  }

  drawControls(strength, arrangement, blocks) {
    this.choice.show(KINDS.indexOf(arrangement));
    for (const [name, value] of Object.entries({ strength, blocks })) {
      const { range, value: told } = this.sliders[name];
      range.value = String(value);
      range.setAttribute("aria-valuetext", barText(value));
      told.textContent = barText(value);
    }
  }

  /** Show how the numbers of one place came about; F reads its left neighbour, too. */
  mark() {
    const told = formulas(this.made, this.read().strength, this.at);
    const reads = this.made.findIndex(({ name }) => name.startsWith("F")) - 1;
    this.rows.forEach(({ bars, formula }, place) => {
      bars.mark(place === reads ? [this.at - 1, this.at] : [this.at]);
      formula.textContent = told[place] ?? "";
    });
  }
}

export default { render: renders(ResidualLabView, TRAITS) };
