/** Slide the depth: how plain and residual networks learn, and how large the gradient of each block is. */

import { counted, even, fromZero, logarithmic } from "./parts/axes.js";
import { Chart } from "./parts/chart.js";
import { Choice } from "./parts/choice.js";
import { questions } from "./parts/depth_questions.js";
import { KINDS, MEASURES, column, compared, counts, meanRun, ratios, unpack } from "./parts/depth_runs.js";
import {
  MEASURE_NAMES, blockText, capital, epochText, factText, gradientText, linesText, pairText, sizeText, stepText, valueText, whenText,
} from "./parts/depth_words.js";
import { h } from "./parts/dom.js";
import { Forecast } from "./parts/forecast.js";
import { Stops } from "./parts/stops.js";
import { renders, View } from "./parts/view.js";
import { numberText } from "./parts/written.js";

const KEPT = ["depth", "measure", "epoch", "moment", "block"];
const TRAITS = [...KEPT, "runs", "layout_of", "predict", "key"];
const ALL = { place: (share) => share, ticks: [0, 20, 40, 60, 80, 100].map((at) => ({ at: at / 100, text: `${at} %` })) };
const HINT = "Each thin line is one run, each strong one the mean. Press on a chart, or slide below it, to read it there.";

/** A number and its percent sign stay in one line. @param {string} text */
const joined = (text) => text.replaceAll(" %", "\u00a0%");

/** Whether what was kept can still be shown. */
export function allowed({ depth, measure, epoch, moment, block }, { depths, epochs, moments, blocks }) {
  const isPlace = (at, count, least = 0) => Number.isInteger(at) && at >= least && at < count;
  const sound = depths.includes(depth) && MEASURES.includes(measure) && isPlace(epoch, epochs.length, -1);
  return sound && isPlace(moment, moments.length) && isPlace(block, Math.max(...blocks));
}

class DepthSliderView extends View {
  constructor(model) {
    super(model, KEPT);
    const frame = { class: "cnn-widget cnn-staged cnn-depth-slider", role: "group", "aria-label": "Depth slider" };
    this.root = h("div", frame);
    this.take();
  }

  allowed(now) {
    return allowed(now, this.layout);
  }

  /** Take up the runs where they are new, and fit their layout, which comes as a trait of its own. */
  take() {
    const [runs, layout] = [this.model.get("runs"), this.model.get("layout_of")];
    if (runs === this.of || runs.byteLength !== 4 * counts(layout)) return;
    Object.assign(this, { of: runs, layout, runs: unpack(runs, layout) });
    this.prepare();
    this.root.replaceChildren(...this.build());
  }

  /** What no slider changes: means, and axes wide enough for all depths, so that nothing jumps. */
  prepare() {
    const { curves, norms } = this.runs;
    const series = (runs) => ({ runs, mean: meanRun(runs) });
    const byKind = (make) => Object.fromEntries(KINDS.map((kind) => [kind, make(kind)]));
    this.curves = Object.fromEntries(MEASURES.map((name) => [name, byKind((kind) => curves[name][kind].map(series))]));
    this.norms = byKind((kind) => norms[kind].map((moments) => moments.map(series)));
    const losses = KINDS.flatMap((kind) => curves.train_loss[kind].flat(2));
    this.heights = { train_accuracy: ALL, test_accuracy: ALL, train_loss: fromZero(Math.max(...losses), numberText) };
    this.sizes = logarithmic(KINDS.flatMap((kind) => norms[kind].flat(3)));
  }

  build() {
    const { epochs, depths } = this.layout;
    const [end, before] = [epochText(epochs.at(-1)), depths.at(-2)];
    const lead = `Slide the plain networks up to ${before} layers. Then predict what comes with ${depths.at(-1)}:`;
    const asked = questions(this.runs, this.layout);
    this.forecast = new Forecast(lead, asked, `Show ${depths.at(-1)} layers ${end}`, () => this.begin());
    this.overTime = new Chart(KINDS, "epochs", { name: "Epoch", choose: (epoch) => this.set({ epoch }) });
    this.overDepth = new Chart(KINDS, "layers", { choose: (at) => this.choose(at) });
    [this.fact, this.step] = [h("p", { class: "cnn-total" }), h("p")];
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    const told = h("div", { class: "cnn-told" }, this.fact, this.step);
    const charts = h("div", { class: "cnn-charts" }, this.overTime.root, this.overDepth.root);
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: HINT });
    this.fit = h("div", { class: "cnn-fit" }, told, charts, this.gradients());
    this.top = this.controls();
    return [this.top, this.fit, hint, this.live];
  }

  controls() {
    this.slider = new Stops("Depth", this.layout.depths, (at) => this.choose(at));
    this.count = h("output", { class: "cnn-count" });
    const names = MEASURES.map((name) => MEASURE_NAMES[name]);
    this.measures = new Choice("What is shown", names, (at) => this.set({ measure: MEASURES[at] }));
    const row = h("div", { class: "cnn-row cnn-top" }, this.count, this.slider.root, this.againButton());
    return h("div", { class: "cnn-controls" }, row, this.measures.root);
  }

  gradients() {
    const on = { name: "Block", choose: (block) => this.set({ block }) };
    this.overBlocks = new Chart(KINDS, "block, from the first to the last", on);
    const name = "Gradients measured after so many epochs";
    this.moments = new Stops(name, this.layout.moments, (moment) => this.set({ moment }));
    const when = h("div", { class: "cnn-controls" }, h("div", { "aria-hidden": "true", text: `${name}:` }), this.moments.root);
    [this.way, this.reading] = [h("p", { class: "cnn-way" }), h("p", { class: "cnn-reading" })];
    const row = h("div", { class: "cnn-charts" }, this.overBlocks.root, h("div", {}, when, this.reading));
    return h("div", { class: "cnn-gradients" }, row, this.way);
  }

  isCovered() {
    return this.root.dataset.covered === "true";
  }

  /** How many depths there are to slide to. */
  open() {
    return this.layout.depths.length - Number(this.isCovered());
  }

  /** @param {number} at a depth's place */
  choose(at) {
    this.set({ depth: this.layout.depths[Math.min(at, this.open() - 1)] });
    this.drawSoon(); // the slider goes back from what is covered
  }

  /** Questions stand below what they are asked of, verdicts above what they are proved by. */
  placeForecast() {
    const before = this.isCovered() ? this.fit : this.top;
    if (before.nextSibling !== this.forecast.root) before.after(this.forecast.root);
  }

  /** The predictions are made: all is shown, and the deepest networks at the end of their training. */
  begin() {
    this.uncovered = true;
    this.set({ depth: this.layout.depths.at(-1), measure: "train_accuracy", epoch: -1, moment: 0 });
    this.drawNow();
    this.slider.range.focus();
  }

  draw() {
    this.take();
    this.placeForecast();
    const now = this.read();
    const { depths, epochs } = this.layout;
    const at = Math.min(depths.indexOf(now.depth), this.open() - 1);
    const epoch = now.epoch < 0 ? epochs.length - 1 : now.epoch;
    this.kinds = this.isCovered() ? KINDS.slice(0, 1) : KINDS;
    const shown = { ...now, at, depth: depths[at], place: epoch, epoch: epochs[epoch] };
    this.count.textContent = `${shown.depth} layers`;
    this.slider.show(at, this.count.textContent);
    this.measures.show(MEASURES.indexOf(now.measure));
    this.drawLearning(shown);
    this.drawDepths(shown);
    this.drawBlocks(shown);
    this.say(shown);
    this.speak();
  }

  byKind(make) {
    return Object.fromEntries(this.kinds.map((kind) => [kind, make(kind)]));
  }

  /** @param {number} at a depth's place @param {number} place an epoch's @returns {Record<string, number[]>} by kind */
  values(measure, at, place) {
    return this.byKind((kind) => column(this.curves[measure][kind][at].runs, place));
  }

  drawLearning({ measure, at, depth, place, epoch }) {
    const { epochs } = this.layout;
    const series = this.byKind((kind) => this.curves[measure][kind][at]);
    const title = `${MEASURE_NAMES[measure]}, ${depth} layers`;
    const told = `${title}: ${this.linesTold(series, (value) => valueText(measure, value))}`;
    this.overTime.show({ title, told, values: epochs, x: counted(epochs), y: this.heights[measure], series });
    this.overTime.mark(place, capital(epochText(epoch)));
  }

  drawDepths({ measure, at, place, epoch }) {
    const { depths, seeds } = this.layout;
    const values = depths.slice(0, this.open());
    const series = this.byKind((kind) => {
      const curves = this.curves[measure][kind].slice(0, this.open());
      const runs = Array.from({ length: seeds }, (_, seed) => curves.map((one) => one.runs[seed][place]));
      return { runs, mean: curves.map((one) => one.mean[place]) };
    });
    const title = `${MEASURE_NAMES[measure]} ${whenText(measure, epoch)}`;
    const told = `${title}, at ${values.join(", ")} layers: ${this.linesTold(series, (value) => valueText(measure, value))}`;
    this.overDepth.show({ title, told, values, x: even(depths), y: this.heights[measure], series });
    this.overDepth.mark(at);
  }

  drawBlocks({ at, depth, moment, block }) {
    const count = this.layout.blocks[at];
    const blocks = Array.from({ length: count }, (_, place) => place + 1);
    const series = this.byKind((kind) => this.norms[kind][at][moment]);
    const when = epochText(this.layout.moments[moment]);
    const title = `Size of the gradient (log scale), ${depth} layers, ${when}`;
    const told = `${title}: ${this.linesTold(series, sizeText)}`;
    this.overBlocks.show({ title, told, values: blocks, x: counted(blocks), y: this.sizes, series });
    const place = Math.min(block, count - 1);
    const means = this.byKind((kind) => series[kind].mean[place]);
    this.reading.textContent = blockText(place, count, means);
    this.overBlocks.mark(place, this.reading.textContent);
    this.moments.show(moment, capital(when));
    const all = this.byKind((kind) => ratios(series[kind].runs));
    this.way.textContent = gradientText(this.layout.moments[moment], count, all);
  }

  linesTold(series, text) {
    return linesText(this.byKind((kind) => series[kind].mean), text);
  }

  /** What is seen, in words: this depth's two kinds, and what came of the layers beyond the next shallower depth. */
  say({ measure, at, depth, place, epoch }) {
    const values = this.values(measure, at, place);
    this.fact.textContent = joined(factText({ depth, measure, epoch }, values));
    const said = values.residual ? [pairText(compared(measure, values.residual, values.plain))] : [];
    if (at > 0) {
      const before = this.values(measure, at - 1, place);
      const outcomes = this.byKind((kind) => compared(measure, values[kind], before[kind]));
      const [now, then] = [at, at - 1].map((one) => this.values("train_accuracy", one, place).plain);
      const training = compared("train_accuracy", now, then);
      said.push(stepText({ depth: this.layout.depths[at - 1], measure }, before, outcomes, training));
    }
    this.step.textContent = joined(said.join(" "));
  }

  /** A slide passes many places; only where it rests is spoken. */
  speak() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => {
      const told = this.isCovered() ? [this.fact, this.step] : [this.fact, this.step, this.way];
      this.live.textContent = told.map((one) => one.textContent).join(" ");
    }, 400);
  }
}

export default { render: renders(DepthSliderView, TRAITS) };
