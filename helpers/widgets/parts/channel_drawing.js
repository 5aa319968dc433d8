/** Channels as squares, and lines from those that are read to those that read them. */

import { h } from "./dom.js";
import { readBy, stages } from "./groups.js";
import { squareText, wholeText } from "./groups_words.js";

const [WIDTH, GAPS] = [600, 0.16]; // of the drawing, and the share of it between groups
const [NODE, LEVEL] = [16, 130]; // height of a square, and from one row of squares to the next
const MOST_LINES = 700;

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Where channels stand: the left end of each, and its width. Groups have room between them. */
export function row(count, groups) {
  const gap = groups > 1 ? (GAPS * WIDTH) / (groups - 1) : 0;
  const unit = (WIDTH - gap * (groups - 1)) / count;
  const left = (channel) => channel * unit + Math.floor(channel / (count / groups)) * gap;
  return { count, groups, unit, left, middle: (channel) => left(channel) + unit / 2 };
}

const box = (left, top, width, height) => `M${left} ${top}h${width}v${height}h${-width}z`;

/** The squares of a row; where they are too many, one bar for each group. */
function nodes({ count, groups, unit, left }, top) {
  const size = Math.min(NODE, 0.8 * unit);
  if (unit >= 4) return indices(count).map((c) => box(left(c) + (unit - size) / 2, top, size, NODE)).join("");
  return indices(groups).map((g) => box(left((g * count) / groups), top, (unit * count) / groups, NODE)).join("");
}

const indices = (count) => Array.from({ length: count }, (_, at) => at);

export class ChannelDrawing {
  /** @param {{choose: (channel: number) => void, hover: (channel: number|null) => void}} on */
  constructor(on) {
    this.paths = Object.fromEntries(["bands", "lines", "nodes", "chosen", "ends"].map((name) => [name, svg("path")]));
    for (const [name, path] of Object.entries(this.paths)) path.setAttribute("class", `cnn-${name}`);
    this.svg = svg("svg", { class: "cnn-channels", role: "img" }, ...Object.values(this.paths));
    const listen = (name, listener) => this.svg.addEventListener(name, listener);
    listen("pointermove", (event) => event.pointerType === "mouse" && on.hover(this.channelAt(event)));
    listen("pointerleave", () => on.hover(null));
    listen("click", (event) => on.choose(this.channelAt(event)));
    const label = () => h("div", { class: "cnn-level" });
    this.labels = [label(), label(), label()];
    this.root = h("div", { class: "cnn-drawing" }, this.labels[0], this.svg, ...this.labels.slice(1));
  }

  /** @param {import("./groups.js").Layer} layer @param {string} told */
  show(layer, told) {
    this.stages = stages(layer);
    const groups = this.stages.map((stage) => stage.groups);
    this.rows = [row(layer.in_channels, groups[0])];
    if (layer.separable) this.rows.push(row(layer.in_channels, layer.in_channels));
    this.rows.push(row(layer.out_channels, groups[groups.length - 1]));
    this.svg.setAttribute("viewBox", `-2 -2 ${WIDTH + 4} ${LEVEL * this.stages.length + NODE + 4}`);
    this.svg.setAttribute("aria-label", told);
    this.paths.nodes.setAttribute("d", this.rows.map((one, level) => nodes(one, level * LEVEL)).join(""));
    this.paths.bands.setAttribute("d", this.stages.map((stage, level) => this.bands(stage, level)).join(""));
    const count = (layer.in_channels * layer.out_channels) / groups[groups.length - 1];
    this.paths.lines.style.opacity = String(Math.max(0.2, Math.min(0.7, 40 / count))); // many lines shine through
    this.paths.lines.setAttribute("d", this.stages.map((stage, level) => this.lines(stage, level)).join(""));
  }

  bands({ in_channels: ins, out_channels: outs, groups }, level) {
    const [above, below] = [this.rows[level], this.rows[level + 1]];
    const [top, bottom] = [level * LEVEL + NODE, (level + 1) * LEVEL];
    const ends = (one, count, group) => {
      const left = one.left((group * count) / groups);
      return [left, one.left(((group + 1) * count) / groups - 1) + one.unit];
    };
    const band = (group) => {
      const [[a, b], [c, d]] = [ends(above, ins, group), ends(below, outs, group)];
      return `M${a} ${top}L${b} ${top}L${d} ${bottom}L${c} ${bottom}z`;
    };
    return indices(groups).map(band).join("");
  }

  /** A line for each slice of a kernel, unless they are too many to be told apart. */
  lines(stage, level) {
    if ((stage.in_channels * stage.out_channels) / stage.groups > MOST_LINES) return "";
    return indices(stage.out_channels).map((channel) => this.linesTo(stage, level, channel)).join("");
  }

  linesTo(stage, level, channel) {
    const { first, count } = readBy(stage, channel);
    const end = `${this.rows[level + 1].middle(channel)} ${(level + 1) * LEVEL}`;
    const step = Math.max(1, Math.floor(count / 128));
    const starts = indices(count).filter((at) => at % step === 0 || at === count - 1);
    return starts.map((at) => `M${this.rows[level].middle(first + at)} ${level * LEVEL + NODE}L${end}`).join("");
  }

  /** Show what one output channel reads, down to the input. @param {number} channel */
  mark(channel) {
    const last = this.stages.length - 1;
    const { first, count } = readBy(this.stages[last], channel);
    const read = indices(count).map((at) => first + at);
    const above = last > 0 ? read.map((one) => this.linesTo(this.stages[0], 0, one)) : [];
    this.paths.chosen.setAttribute("d", [...above, this.linesTo(this.stages[last], last, channel)].join(""));
    const square = (one, level, at) => {
      const width = Math.max(3, Math.min(NODE, 0.8 * one.unit));
      return box(one.middle(at) - width / 2, level * LEVEL, width, NODE);
    };
    const ends = [square(this.rows[last + 1], last + 1, channel)];
    for (let level = 0; level <= last; level += 1) ends.push(...read.map((at) => square(this.rows[level], level, at)));
    this.paths.ends.setAttribute("d", ends.join(""));
    this.paths.chosen.style.strokeWidth = count > 24 ? "1px" : "2.5px";
  }

  channelAt(event) {
    const { left, width } = this.svg.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * (WIDTH + 4) - 2;
    const one = this.rows[this.rows.length - 1];
    const distances = indices(one.count).map((channel) => Math.abs(one.middle(channel) - x));
    return distances.indexOf(Math.min(...distances));
  }
}

const MOST_GRID = 32;

/** The weights as a block matrix: a row for each output channel, a column for each input channel. */
export class BlockMatrix {
  constructor() {
    this.blocks = svg("path", { class: "cnn-blocks" });
    this.grid = svg("path", { class: "cnn-grid" });
    this.row = svg("path", { class: "cnn-chosen-row" });
    const frame = { class: "cnn-matrix", role: "img", preserveAspectRatio: "none" };
    this.svg = svg("svg", frame, this.blocks, this.grid, this.row);
    this.caption = h("figcaption");
    this.root = h("figure", {}, this.svg, this.caption);
  }

  /** @param {import("./groups.js").Stage} stage @param {string} name */
  show(stage, name) {
    const { in_channels: ins, out_channels: outs, groups, kernel } = stage;
    this.stage = stage;
    const [width, height] = [ins / groups, outs / groups];
    const longest = Math.max(ins, outs);
    this.svg.setAttribute("viewBox", `0 0 ${ins} ${outs}`);
    this.svg.style.setProperty("--wide", String(Math.max(0.15, ins / longest)));
    this.svg.style.setProperty("--high", String(Math.max(0.15, outs / longest)));
    this.blocks.setAttribute("d", indices(groups).map((g) => box(g * width, g * height, width, height)).join(""));
    const [down, across] = [indices(ins + 1).map((x) => `M${x} 0v${outs}`), indices(outs + 1).map((y) => `M0 ${y}h${ins}`)];
    this.grid.setAttribute("d", longest <= MOST_GRID ? [...down, ...across].join("") : "");
    const slices = groups === 1 ? `${outs} × ${ins}` : wholeText((outs * ins) / groups);
    this.caption.textContent = `${name}: ${slices} slices of ${squareText(kernel)}${groups === 1 ? "" : `, in ${groups} blocks`}`;
    this.svg.setAttribute("aria-label", `${name} as a block matrix, ${outs} rows, ${ins} columns, ${groups} blocks.`);
  }

  /** @param {number} channel whose row is outlined */
  mark(channel) {
    const { first, count } = readBy(this.stage, channel);
    this.row.setAttribute("d", box(first, channel, count, 1));
  }
}
