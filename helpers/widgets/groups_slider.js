/** The groups slider: fewer lines between the channels, fewer weights, fewer multiply-adds. */

import { BlockMatrix, ChannelDrawing } from "./parts/channel_drawing.js";
import { h } from "./parts/dom.js";
import { costs, groupCounts, stages } from "./parts/groups.js";
import { formulas, readsText, splitText, squareText, torchLine, wholeText } from "./parts/groups_words.js";
import { renders, View } from "./parts/view.js";

const KEPT = ["in_channels", "out_channels", "kernel", "size", "groups", "separable"];
const TRAITS = [...KEPT, "predict", "key"];
const OFFERED = {
  in_channels: [2, 3, 4, 6, 8, 12, 16, 32, 64, 128, 256, 512],
  out_channels: [2, 3, 4, 6, 8, 12, 16, 32, 64, 128, 256, 512],
  kernel: [1, 3, 5, 7],
  size: [7, 14, 28, 56, 112, 224],
};
const MOST = { in_channels: 1024, out_channels: 1024, kernel: 11, size: 512 };
const NAMES = { in_channels: "Input channels", out_channels: "Output channels", kernel: "Kernel", size: "Output map" };
const MOST_TICKS = 12;

/** Whether these numbers make a layer. */
export function allowed(layer) {
  const inRange = (name) => Number.isInteger(layer[name]) && layer[name] >= 1 && layer[name] <= MOST[name];
  if (!Object.keys(MOST).every(inRange)) return false;
  return groupCounts(layer.in_channels, layer.out_channels).includes(layer.groups);
}

/** The layer with one number changed, and as many groups as it can still have, at most as many as before. */
export function changed(layer, name, value) {
  const next = { ...layer, [name]: value };
  const counts = groupCounts(next.in_channels, next.out_channels).filter((count) => count <= layer.groups);
  return { ...next, groups: counts[counts.length - 1] };
}

class GroupsSliderView extends View {
  constructor(model) {
    super(model, KEPT);
    Object.assign(this, { channel: 0, hovered: null });
    this.drawing = new ChannelDrawing({
      choose: (channel) => this.choose(channel),
      hover: (channel) => this.hover(channel),
    });
    this.matrices = [new BlockMatrix(), new BlockMatrix()];
    this.root = this.build();
  }

  allowed(now) {
    return allowed(now) && typeof now.separable === "boolean";
  }

  build() {
    this.split = h("p", { class: "cnn-split", role: "status" });
    this.formulas = h("div", { class: "cnn-formulas" });
    this.torch = h("code");
    const torch = { class: "cnn-torch", role: "group", "aria-label": "The same in PyTorch", tabindex: 0 };
    const cover = this.coverButton("numbers", () => this.slider);
    const told = h("div", { class: "cnn-told" }, this.bars(), this.formulas, h("pre", torch, this.torch));
    const frame = { class: "cnn-widget cnn-staged cnn-groups-slider", role: "group", "aria-label": "Groups slider" };
    return h("div", frame, this.layer(), this.groups(), this.split, this.pictures(), cover, told);
  }

  layer() {
    this.selects = Object.keys(NAMES).map((name) => {
      const onchange = () => this.set(changed(this.read(), name, Number(this.selects[name].value)));
      return [name, h("select", { "aria-label": NAMES[name], onchange })];
    });
    const label = ([name, select]) => h("label", { class: "cnn-select" }, h("span", { text: NAMES[name] }), select);
    const labels = this.selects.map(label);
    this.selects = Object.fromEntries(this.selects);
    return h("div", { class: "cnn-row cnn-controls cnn-layer" }, ...labels, this.againButton());
  }

  groups() {
    this.slider = h("input", { type: "range", min: 0, step: 1, "aria-label": "Groups", oninput: () => this.slide() });
    this.ticks = h("div", { class: "cnn-ticks", "aria-hidden": "true" });
    this.count = h("output", { class: "cnn-count" });
    this.only = h("p", { class: "cnn-muted cnn-only" });
    this.separable = h("input", { type: "checkbox", onchange: () => this.set({ separable: this.separable.checked }) });
    const text = `Depthwise separable: one group for each input channel, then a ${squareText(1)} convolution`;
    const label = h("label", { class: "cnn-check" }, this.separable, h("span", { text }));
    const track = h("div", { class: "cnn-track" }, this.slider, this.ticks);
    return h("div", { class: "cnn-controls" }, h("div", { class: "cnn-slide" }, this.count, track), this.only, label);
  }

  pictures() {
    this.reads = h("p", { class: "cnn-reads" });
    const oninput = () => this.choose(Number(this.picker.value));
    this.picker = h("input", { type: "range", min: 0, "aria-label": "Output channel", oninput });
    const pick = h("label", { class: "cnn-pick cnn-controls" }, h("span", { text: "Output channel" }), this.picker);
    const left = h("div", { class: "cnn-left" }, this.drawing.root, pick);
    const right = h("div", { class: "cnn-right" }, ...this.matrices.map((matrix) => matrix.root));
    return h("div", { class: "cnn-fit" }, h("div", { class: "cnn-pictures" }, left, right), this.reads);
  }

  /** Two bars to compare: the full convolution, and this layer, of one part or of two. */
  bars() {
    const bar = () => {
      const parts = [h("span", { class: "cnn-part" }), h("span", { class: "cnn-part cnn-second" })];
      const [name, text] = [h("span", { class: "cnn-bar-name" }), h("span", { class: "cnn-bar-text" })];
      const track = h("span", { class: "cnn-bar-track", "aria-hidden": "true" }, ...parts);
      const root = h("div", { class: "cnn-bar" }, name, track, text);
      return { root, parts, name, text };
    };
    this.bar = { full: bar(), layer: bar() };
    return h("div", { class: "cnn-bars" }, this.bar.full.root, this.bar.layer.root);
  }

  startAgain() {
    this.channel = 0;
    super.startAgain();
  }

  slide() {
    this.set({ groups: this.stops[Number(this.slider.value)], separable: false });
  }

  choose(channel) {
    Object.assign(this, { channel, hovered: null });
    this.mark();
  }

  hover(channel) {
    this.hovered = channel;
    this.mark();
  }

  draw() {
    const now = this.read();
    this.channel = Math.min(this.channel, now.out_channels - 1);
    this.hovered = null;
    this.drawControls(now);
    this.split.textContent = splitText(now);
    const split = now.separable ? "depthwise first, then all with all" : `groups: ${now.groups}`;
    this.drawing.show(now, `From ${now.in_channels} channels to ${now.out_channels}, ${split}`);
    this.drawing.labels.forEach((label, at) => {
      const middle = now.separable ? `Middle row: ${now.in_channels} channels after the depthwise layer` : "";
      label.textContent = [`Input: ${now.in_channels} channels`, middle, `Output: ${now.out_channels} channels`][at];
    });
    const all = stages(now);
    this.matrices[0].show(all[0], now.separable ? "Depthwise" : "Weights");
    this.matrices[1].root.hidden = !now.separable;
    this.matrices[1].show(all[all.length - 1], squareText(1));
    this.root.dataset.separable = String(now.separable);
    this.drawCosts(now);
    this.mark();
  }

  drawControls(now) {
    this.stops = groupCounts(now.in_channels, now.out_channels);
    const at = this.stops.indexOf(now.separable && this.stops.includes(now.in_channels) ? now.in_channels : now.groups);
    const text = `groups = ${now.separable ? now.in_channels : now.groups}`;
    Object.assign(this.slider, { max: String(this.stops.length - 1), value: String(at) });
    this.slider.setAttribute("aria-valuetext", text);
    this.count.textContent = text;
    const share = (place) => `--share: ${(100 * place) / Math.max(1, this.stops.length - 1)}%`;
    const told = this.stops.length <= MOST_TICKS ? this.stops : [];
    this.ticks.replaceChildren(...told.map((stop, place) => h("span", { text: String(stop), style: share(place) })));
    const divides = `divides both ${now.in_channels} and ${now.out_channels}.`;
    this.only.textContent = this.stops.length === 1 ? `Only 1 ${divides}` : "";
    this.separable.checked = now.separable;
    this.picker.max = String(now.out_channels - 1);
    for (const [name, select] of Object.entries(this.selects)) this.offer(select, name, now[name]);
  }

  /** What a select offers, and what is chosen, whether it is among them or not. */
  offer(select, name, value) {
    const values = [...new Set([...OFFERED[name], this.given[name], value])].sort((a, b) => a - b);
    const text = (one) => (name === "kernel" || name === "size" ? squareText(one) : String(one));
    const offered = [...select.children].map((option) => Number(option.value));
    if (offered.join() !== values.join()) select.replaceChildren(...values.map((one) => h("option", { value: one, text: text(one) })));
    select.value = String(value);
  }

  drawCosts(now) {
    const { parts, weights, macs, full, fullMacs } = costs(now);
    const most = Math.max(weights, full);
    const told = (count, adds) => `${wholeText(count)} weights, ${wholeText(adds)} multiply-adds`;
    const fill = ({ parts: spans, name, text }, title, counts, sentence) => {
      name.textContent = title;
      text.textContent = sentence;
      spans.forEach((span, at) => span.style.setProperty("--share", `${(100 * (counts[at] ?? 0)) / most}%`));
    };
    const groups = now.groups === 1 ? "1 group" : now.groups === now.in_channels ? "Depthwise" : `${now.groups} groups`;
    fill(this.bar.full, "Full convolution", [full], told(full, fullMacs));
    fill(this.bar.layer, now.separable ? `Depthwise + ${squareText(1)}` : groups, parts, told(weights, macs));
    const lines = formulas(now).map((text) => h("p", { class: "cnn-formula", text }));
    this.formulas.replaceChildren(...lines, h("p", { class: "cnn-muted", text: "Biases are not counted." }));
    this.torch.textContent = torchLine(now);
  }

  /** Show one output channel: the one below the pointer, else the chosen one. */
  mark() {
    const shown = this.hovered ?? this.channel;
    const now = this.read();
    this.drawing.mark(shown);
    this.matrices[now.separable ? 1 : 0].mark(shown);
    if (now.separable) this.matrices[0].row.setAttribute("d", "");
    this.reads.textContent = readsText(now, shown);
    this.picker.value = String(this.channel);
    this.picker.setAttribute("aria-valuetext", readsText(now, this.channel));
  }
}

export default { render: renders(GroupsSliderView, TRAITS) };
