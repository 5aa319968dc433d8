/** The channel sum: each channel times its slice of the kernel, and all maps added up as on paper. */

import { cell, xcorr2d } from "./parts/arithmetic.js";
import { Choice } from "./parts/choice.js";
import { grey, signed } from "./parts/colour.js";
import { h } from "./parts/dom.js";
import { NumberGrid } from "./parts/number_grid.js";
import { OutputGrid } from "./parts/output_grid.js";
import { renders, View } from "./parts/view.js";
import { formula, isExact, numberText, sizeText, termText } from "./parts/written.js";

const HINT = "Point at a cell of any map, or walk there with the arrow keys. Type over any number.";
const KEPT = ["image", "kernels", "bias", "counted", "mean"];
const TRAITS = [...KEPT, "names", "white", "predict", "key"];

/** The map of each channel, before anything is added. @param {number[][][]} image @param {number[][][]} kernels */
export function channelMaps(image, kernels) {
  return image.map((rows, channel) => xcorr2d(rows, kernels[channel]));
}

/**
 * One number out of one of each channel.
 * @param {number[]} values @param {{counted: number[], bias: number|null, mean: boolean}} how
 */
export function combine(values, { counted, bias, mean }) {
  const sum = counted.reduce((total, channel) => total + values[channel], 0);
  return (mean && counted.length ? sum / counted.length : sum) + (bias ?? 0);
}

/** The same for whole maps. @param {number[][][]} maps @returns {number[][]} */
export function combineMaps(maps, how) {
  return maps[0].map((row, i) => row.map((_, j) => combine(maps.map((map) => map[i][j]), how)));
}

/** Such as `7 + (−4) + 1 = 4`, or `(7 + (−4)) / 2 + 1 = 2.5`. @param {number[]} values one of each channel */
export function combinationText(values, how) {
  const { counted, bias, mean } = how;
  const total = combine(values, how);
  const write = (value, at) => (at === 0 ? numberText(value) : termText(value));
  const terms = counted.map((channel, at) => write(values[channel], at)).join(" + ") || "0";
  const shared = mean && counted.length > 1 ? `(${terms}) / ${counted.length}` : terms;
  if (bias === null && counted.length < 2) return shared;
  const sign = isExact([...values, bias ?? 0, total]) ? "=" : "≈";
  return `${shared}${bias === null ? "" : ` + ${termText(bias)}`} ${sign} ${numberText(total)}`;
}

/** The line of PyTorch that says the same as all channels with the bias, and its shapes. @returns {string} */
export function torchLine(image, kernels, bias) {
  const shape = (sizes) => `(${sizes.join(", ")}${sizes.length === 1 ? "," : ""})`;
  const of = (stack) => [1, stack.length, stack[0].length, stack[0][0].length];
  const output = [1, 1, ...[2, 3].map((axis) => of(image)[axis] - of(kernels)[axis] + 1)];
  const inputs = [of(image), of(kernels), ...(bias === null ? [] : [[1]])].map(shape).join(", ");
  return `F.conv2d(x[None], w[None]${bias === null ? "" : ", b"})\n# shapes: ${inputs} → ${shape(output)}`;
}

class ChannelSumView extends View {
  constructor(model) {
    super(model, KEPT);
    Object.assign(this, { at: 0, hovered: null });
    this.channels = this.given.image.map((_, channel) => this.makeChannel(channel));
    this.output = this.makeMap("Output Y");
    this.bias = new NumberGrid("Bias b", ([[bias]]) => this.set({ bias }));
    this.root = this.build();
  }

  allowed({ image, kernels, counted }) {
    const sizes = (stack) => JSON.stringify([stack?.length, stack?.[0]?.length, stack?.[0]?.[0]?.length]);
    const same = (name, stack) => sizes(stack) === sizes(this.given[name]);
    return same("image", image) && same("kernels", kernels) && Array.isArray(counted);
  }

  makeMap(name) {
    const choose = (at) => this.choose(at);
    const pin = (at) => at !== null && choose(at);
    return new OutputGrid({ focus: choose, hover: (at) => this.hover(at), pin }, name);
  }

  makeChannel(channel) {
    const change = (name) => (rows) => this.set({ [name]: this.model.get(name).with(channel, rows) });
    const parts = {
      image: new NumberGrid(`Image, channel ${channel}`, change("image")),
      kernels: new NumberGrid(`Kernel slice ${channel}`, change("kernels")),
      map: this.makeMap(`Map ${channel}`),
      counts: h("input", { type: "checkbox", onchange: () => this.count(channel) }),
      name: h("strong"),
      sizes: h("span", { class: "cnn-muted cnn-sizes-told" }),
      title: h("div", { class: "cnn-title cnn-map-title" }),
      window: h("span", { class: "cnn-window" }),
    };
    parts.image.grid.after(parts.window);
    const text = h("span", {}, parts.name, " ", parts.sizes);
    const label = h("label", { class: "cnn-check cnn-head" }, parts.counts, text);
    const sign = (text, name) => h("span", { class: `cnn-sign cnn-${name}`, text, "aria-hidden": "true" });
    const place = (name, part) => h("div", { class: `cnn-${name}` }, part.root);
    const stage = [place("image", parts.image), sign("⋆", "star"), place("kernel", parts.kernels), sign("=", "equals")];
    parts.root = h("div", { class: "cnn-channel" }, label, parts.title, ...stage, place("map", parts.map));
    return parts;
  }

  build() {
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    this.verdict = h("p", { class: "cnn-verdict", role: "status" });
    this.formulas = this.channels.map(() => h("p", { class: "cnn-formula" }));
    this.total = h("p", { class: "cnn-total" });
    this.torch = h("code");
    this.canvas = h("canvas", { "aria-hidden": "true" });
    const caption = h("figcaption", { class: "cnn-muted", text: "The three channels together, as the eye sees them" });
    this.together = h("figure", { class: "cnn-together" }, this.canvas, caption);
    const operations = ["Sum, as a layer does", "Mean"];
    this.operation = new Choice("Over the channels", operations, (at) => this.set({ mean: at === 1 }));
    this.explained = h("div", { class: "cnn-explained" }, ...this.formulas, this.total, this.verdict);
    const top = h("div", { class: "cnn-row cnn-controls cnn-top" }, this.operation.root, this.againButton());
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: HINT });
    const cover = this.coverButton("output", () => this.output.cells[this.at]);
    const torch = { class: "cnn-torch", role: "group", "aria-label": "The same in PyTorch", tabindex: 0 };
    const frame = { class: "cnn-widget cnn-staged cnn-channel-sum", role: "group", "aria-label": "Channel sum" };
    const parts = [top, hint, this.together, this.ledger(), cover, h("pre", torch, this.torch), this.live];
    return h("div", frame, ...parts);
  }

  /** The channels below one another, and below their maps the bias and the sum, as in an addition on paper. */
  ledger() {
    this.biasRow = h("div", { class: "cnn-bias" }, h("span", { class: "cnn-title", text: "+ bias b" }), this.bias.root);
    this.title = h("div", { class: "cnn-title" });
    const rule = h("div", { class: "cnn-rule" });
    const sum = h("div", { class: "cnn-result" }, this.biasRow, rule, this.title, this.output.root);
    const rows = [...this.channels.map(({ root }) => root), this.explained, sum];
    return h("div", { class: "cnn-fit" }, h("div", { class: "cnn-ledger" }, ...rows));
  }

  startAgain() {
    this.at = 0;
    super.startAgain();
    this.channels.forEach((parts, channel) => {
      for (const name of ["image", "kernels"]) parts[name].reset(this.given[name][channel]);
    });
    if (this.given.bias !== null) this.bias.reset([[this.given.bias]]);
  }

  count(channel) {
    const without = this.model.get("counted").filter((one) => one !== channel);
    const counted = this.channels[channel].counts.checked ? [...without, channel].sort() : without;
    this.set({ counted });
  }

  choose(at) {
    Object.assign(this, { at, hovered: null });
    this.mark();
    this.live.textContent = this.total.textContent;
  }

  hover(at) {
    this.hovered = at;
    this.mark();
  }

  draw() {
    const now = this.read();
    this.maps = channelMaps(now.image, now.kernels);
    this.truth = combineMaps(this.maps, { ...now, counted: now.image.map((_, c) => c), mean: false });
    this.values = combineMaps(this.maps, now);
    this.at = Math.min(this.at, this.truth.flat().length - 1);
    const columns = now.image[0][0].length;
    this.root.dataset.wide = String(columns > 4);
    this.root.style.setProperty("--image-columns", String(columns));
    this.drawChannels(now);
    this.drawOutput(now);
    this.operation.show(Number(now.mean));
    this.torch.textContent = torchLine(now.image, now.kernels, now.bias);
    this.paintTogether(now.image);
    this.mark();
  }

  drawChannels({ image, kernels, counted }) {
    const [names, white] = [this.model.get("names"), this.model.get("white")];
    const first = counted[0];
    this.channels.forEach((parts, channel) => {
      const coloured = white && counted.includes(channel);
      parts.image.show(image[channel]);
      parts.image.colour(coloured ? (value) => grey(value / white) : null);
      parts.kernels.show(kernels[channel]);
      parts.map.show(this.maps[channel], [], coloured ? this.colours() : null);
      parts.name.textContent = names[channel] ?? `channel ${channel}`;
      parts.sizes.textContent = `${sizeText(image[channel])} ⋆ ${sizeText(kernels[channel])}`;
      parts.counts.checked = counted.includes(channel);
      parts.root.dataset.counted = String(parts.counts.checked);
      const sign = channel === first || !parts.counts.checked ? "" : "+ ";
      parts.title.textContent = `${sign}map ${channel}`;
    });
  }

  drawOutput({ counted, bias }) {
    const truth = this.truth.flat();
    const differs = this.values.flat().map((value, at) => Math.abs(value - truth[at]) > 1e-9);
    this.output.show(this.values, differs, this.colours());
    this.biasRow.hidden = bias === null;
    if (bias !== null) this.bias.show([[bias]]);
    if (bias !== null) this.bias.inputs[0].setAttribute("aria-label", "Bias b");
    this.title.textContent = `= Y, ${sizeText(this.values)}`;
    this.differing = differs.filter(Boolean).length;
    this.left = this.channels.map((_, channel) => channel).filter((channel) => !counted.includes(channel));
  }

  /** Colours say something only of a photograph; small numbers are easier to read without. One scale for all maps. */
  colours() {
    if (!this.model.get("white")) return null;
    const furthest = Math.max(1e-9, ...[...this.maps, this.truth].flat(2).map(Math.abs));
    return (value) => signed(value / furthest);
  }

  /** Show one cell: the one below the pointer, else the chosen one. */
  mark() {
    const { image, kernels, ...how } = this.read();
    const shown = this.hovered ?? this.at;
    const [row, column] = [Math.floor(shown / this.truth[0].length), shown % this.truth[0].length];
    const values = this.maps.map((map) => map[row][column]);
    this.channels.forEach((parts, channel) => {
      const { window, sum } = cell(image[channel], kernels[channel], row, column);
      const counts = how.counted.includes(channel);
      const text = formula(window.flat(), kernels[channel].flat(), sum);
      this.formulas[channel].textContent = `Map ${channel}[${row}, ${column}] = ${text}${counts ? "" : " (left out)"}`;
      this.formulas[channel].classList.toggle("cnn-muted", !counts);
      parts.map.mark({ at: this.at, shown, pinned: true, playing: false });
      const sizes = { row, column, height: kernels[0].length, width: kernels[0][0].length };
      Object.assign(sizes, { rows: image[0].length, columns: image[0][0].length });
      for (const [key, value] of Object.entries(sizes)) parts.window.style.setProperty(`--${key}`, String(value));
    });
    this.output.mark({ at: this.at, shown, pinned: true, playing: false });
    this.total.textContent = `Y[${row}, ${column}] = ${combinationText(values, how)}`;
    this.verdict.textContent = this.judge(this.truth[row][column], how);
  }

  /** What a slip gives beside what the layer gives, in words. */
  judge(truth, { mean }) {
    const [all, every] = [this.values.flat().length, this.channels.length === 2 ? "both" : `all ${this.channels.length}`];
    if (!mean && this.left.length === 0) return `The layer adds ${every} channels at each place.`;
    const names = this.left.map((channel) => this.model.get("names")[channel] ?? `channel ${channel}`).join(" and ");
    const what = [this.left.length ? `${names} left out` : "", mean ? "a mean in place of the sum" : ""];
    const slip = what.filter(Boolean).join(", and ");
    const seen = this.differing ? `${this.differing} of ${all} outputs differ (dashed)` : "yet no output differs";
    const layer = `The layer adds ${every} channels and gives ${numberText(truth)} here.`;
    return `With ${slip}: ${seen}. ${layer}`;
  }

  paintTogether(image) {
    const white = this.model.get("white");
    this.together.hidden = !white || image.length !== 3;
    if (this.together.hidden) return;
    const [rows, columns] = [image[0].length, image[0][0].length];
    Object.assign(this.canvas, { height: rows, width: columns });
    const data = new ImageData(columns, rows);
    for (let at = 0; at < rows * columns; at += 1) {
      const pixel = image.map((channel) => (255 * channel[Math.floor(at / columns)][at % columns]) / white);
      data.data.set([...pixel, 255], 4 * at);
    }
    this.canvas.getContext("2d").putImageData(data, 0, 0);
  }
}

export default { render: renders(ChannelSumView, TRAITS) };
