/** A chart of runs: each a thin line, their mean a strong one with marks, and a line to read them at one place. */

import { h } from "./dom.js";
import { svg } from "./svg.js";

const MOST_MARKS = 10;
const NAME_GAP = 0.13; // of the height: names of lines that end close to one another are kept apart so far

/** @typedef {{runs: number[][], mean: number[]}} Series */

const point = (x, y) => `${(100 * x).toFixed(2)} ${(100 - 100 * y).toFixed(2)}`;
const line = (xs, ys) => `M${xs.map((x, at) => point(x, ys[at])).join("L")}${xs.length === 1 ? "h0" : ""}`;

/** Which places have a mark: the last, and even steps before it. @param {number} count */
export function marked(count) {
  const step = Math.ceil(count / MOST_MARKS);
  return Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % step === 0);
}

/** Move two heights apart until their names have room. @param {number[]} heights from 0 to 1 */
export function apart([one, other]) {
  const push = Math.max(0, (NAME_GAP - Math.abs(one - other)) / 2);
  const middle = Math.min(1 - NAME_GAP / 2, Math.max(NAME_GAP / 2, (one + other) / 2));
  if (!push) return [one, other];
  return one >= other ? [middle + NAME_GAP / 2, middle - NAME_GAP / 2] : [middle - NAME_GAP / 2, middle + NAME_GAP / 2];
}

export class Chart {
  /**
   * @param {string[]} kinds of lines @param {string} across name of the axis
   * @param {{name?: string, choose: (at: number) => void}} on `name` is that of a slider below the axis
   */
  constructor(kinds, across, on) {
    Object.assign(this, { kinds, on, count: 1, at: -1, drawn: {} });
    this.grid = svg("path", { class: "cnn-grid-lines" });
    this.cursor = svg("path", { class: "cnn-cursor" });
    const path = (kind, part) => svg("path", { class: `cnn-${part} cnn-${part}-${kind}` });
    this.lines = kinds.map((kind) => ({ runs: path(kind, "runs"), mean: path(kind, "mean"), marks: path(kind, "marks") }));
    const lines = this.lines.flatMap((one) => Object.values(one));
    const frame = { class: "cnn-chart-drawing", role: "img", viewBox: "0 0 100 100", preserveAspectRatio: "none" };
    this.svg = svg("svg", frame, this.grid, this.cursor, ...lines);
    this.svg.addEventListener("pointerdown", (event) => this.press(event));
    this.svg.addEventListener("pointermove", (event) => event.buttons & 1 && this.choose(event));
    this.root = this.build(across);
  }

  build(across) {
    const hidden = (name) => h("div", { class: `cnn-chart-${name}`, "aria-hidden": "true" });
    this.title = h("div", { class: "cnn-title" });
    [this.left, this.below, this.names] = ["left", "below", "names"].map(hidden);
    this.labels = this.kinds.map((kind) => h("span", { class: `cnn-line-name cnn-name-${kind}`, text: kind }));
    this.names.append(...this.labels);
    const { name } = this.on;
    const oninput = () => this.on.choose(Number(this.range.value));
    this.range = name && h("input", { type: "range", min: 0, step: 1, class: "cnn-controls", "aria-label": name, oninput });
    const axis = h("div", { class: "cnn-chart-axis cnn-muted", "aria-hidden": "true", text: across });
    const plot = h("div", { class: "cnn-chart-plot" }, this.svg);
    return h("div", { class: "cnn-chart" }, this.title, this.left, plot, this.names, this.below, this.range, axis);
  }

  press(event) {
    if (event.button !== 0) return;
    this.svg.setPointerCapture(event.pointerId);
    this.choose(event);
  }

  choose(event) {
    const { left, width } = this.svg.getBoundingClientRect();
    const x = (event.clientX - left) / width;
    const far = this.xs.map((one) => Math.abs(one - x));
    const at = far.indexOf(Math.min(...far));
    if (at !== this.at) this.on.choose(at);
  }

  /**
   * @param {{title: string, told: string, values: number[], x: import("./axes.js").Axis, y: import("./axes.js").Axis,
   *   series: Record<string, Series>}} what `told` is for who cannot see it; `values` stand along `x`; a kind without a
   *   series is covered
   */
  show({ title, told, values, x, y, series }) {
    this.xs = values.map(x.place);
    this.title.textContent = title;
    this.svg.setAttribute("aria-label", told);
    this.ticks(this.left, y.ticks);
    this.ticks(this.below, x.ticks);
    this.write(this.grid, y.ticks.map(({ at }) => `M0 ${100 - 100 * at}h100`).join(""));
    this.kinds.forEach((kind, at) => this.showLines(this.lines[at], series[kind], y.place));
    this.name(this.kinds.map((kind) => series[kind]?.mean), y.place);
    if (this.range) this.range.max = String(values.length - 1);
  }

  showLines({ runs, mean, marks }, series, place) {
    const heights = series?.mean.map(place);
    this.write(runs, series ? series.runs.map((run) => line(this.xs, run.map(place))).join("") : "");
    this.write(mean, series ? line(this.xs, heights) : "");
    const mark = (at) => `M${point(this.xs[at], heights[at])}h0`;
    this.write(marks, series ? marked(this.xs.length).map(mark).join("") : "");
  }

  /** The kinds' names beside the ends of their lines. */
  name(means, place) {
    const ends = means.map((mean) => (mean ? place(mean[mean.length - 1]) : NaN));
    const heights = ends.some(Number.isNaN) ? ends : apart(ends);
    this.labels.forEach((label, at) => {
      label.hidden = !means[at];
      label.style.setProperty("--at", String(heights[at]));
    });
  }

  /** What is drawn as it was is not written again: most of it stays from one frame to the next. */
  write(path, d) {
    if (path.getAttribute("d") !== d) path.setAttribute("d", d);
  }

  ticks(parent, ticks) {
    const key = JSON.stringify(ticks);
    if (parent.dataset.ticks === key) return;
    parent.dataset.ticks = key;
    parent.replaceChildren(...ticks.map(({ at, text }) => h("span", { style: `--at: ${at}`, text })));
  }

  /** Read the lines at one place. @param {number} at @param {string} told */
  mark(at, told) {
    this.at = at;
    this.write(this.cursor, `M${(100 * this.xs[at]).toFixed(2)} 0V100`);
    if (!this.range) return;
    this.range.value = String(at);
    this.range.setAttribute("aria-valuetext", told);
  }
}
