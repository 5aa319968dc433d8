/** The pooling laboratory: windows over a small map, and what a shift by one pixel does to their outputs. */

import { Choice } from "./parts/choice.js";
import { h } from "./parts/dom.js";
import { MOST_NUMBERS, NumberField, PictureField, shadesOf } from "./parts/field.js";
import { NumberGrid } from "./parts/number_grid.js";
import { OutputGrid } from "./parts/output_grid.js";
import { changes, movedAlong, outSize, pool, poolCell, readings, shifted } from "./parts/pooling.js";
import {
  changesText, noteText, poolingText, shiftText, tallyText, torchLine, windowsText,
} from "./parts/pooling_words.js";
import { ShiftHandle } from "./parts/shift_handle.js";
import { StepNumber } from "./parts/step_number.js";
import { renders, View } from "./parts/view.js";
import { numberText, sizeText } from "./parts/written.js";

const KINDS = ["max", "average"];
const FILLS = ["zeros", "wrap"];
const FURTHEST = 3;
const MOST = { window: 5, stride: 5, padding: 2 };
const LEAST = { window: 1, stride: 1, padding: 0 };
const SETTINGS = ["kind", "window", "stride", "padding", "count_include_pad"];
const KEPT = ["image", ...SETTINGS, "shift", "fill"];
const TRAITS = [...KEPT, "predict", "key"];
const CHANGED = [0, 114, 178];
const HINT = "Point at an output cell, or walk there with the arrow keys. Then shift the map.";

/** Whether window, stride and padding fit a map, as PyTorch asks. @param {number[][]} image */
export function allowed(image, pooling) {
  const inRange = Object.keys(MOST).every((name) => pooling[name] >= LEAST[name] && pooling[name] <= MOST[name]);
  const fits = [image.length, image[0].length].every((size) => outSize(size, pooling) >= 1);
  return inRange && fits && 2 * pooling.padding <= pooling.window;
}

/** Whole numbers, below 0 too where the map had such. @param {number[][]} image @param {() => number} random 0 to 1 */
export function randomLike(image, random = Math.random) {
  const low = image.flat().some((value) => value < 0) ? -99 : 0;
  return image.map((row) => row.map(() => low + Math.floor(random() * (100 - low))));
}

class PoolingLabView extends View {
  constructor(model) {
    super(model, KEPT);
    Object.assign(this, { at: null, hovered: null, tally: { of: "", maps: 0, changed: 0, total: 0 } });
    const choose = (at) => at !== null && this.choose(at);
    const hover = (at) => this.hover(at);
    this.isPicture = Math.max(this.given.image.length, this.given.image[0].length) > MOST_NUMBERS;
    this.input = this.isPicture ? new PictureField("Map") : new NumberField("Map");
    this.output = this.isPicture
      ? new PictureField("Output Y", { choose, hover })
      : new OutputGrid({ focus: choose, hover, pin: choose });
    this.handle = new ShiftHandle(FURTHEST, (shift) => this.set({ shift }));
    this.numbers = new NumberGrid("Map, not shifted", (image) => this.set({ image }));
    this.root = this.build();
  }

  allowed(now) {
    const near = now.shift?.length === 2 && now.shift.every((by) => Math.abs(by) <= FURTHEST);
    const same = now.image?.length === this.given.image.length && now.image[0]?.length === this.given.image[0].length;
    return same && near && allowed(now.image, now) && KINDS.includes(now.kind) && FILLS.includes(now.fill);
  }

  build() {
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    this.statement = h("p", { class: "cnn-statement", role: "status" });
    this.formula = h("p", { class: "cnn-total" });
    this.note = h("p", { class: "cnn-note cnn-muted" });
    this.windows = h("p", { class: "cnn-windows cnn-muted" });
    this.torch = h("code");
    const torch = { class: "cnn-torch", role: "group", "aria-label": "The same in PyTorch", tabindex: 0 };
    const told = h("div", { class: "cnn-told" }, this.statement, this.formula, this.note, this.windows);
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: HINT });
    const cover = this.coverButton("output", () => this.handle.knob);
    const frame = { class: "cnn-widget cnn-staged cnn-pooling-lab", role: "group", "aria-label": "Pooling laboratory" };
    const own = this.isPicture ? null : this.ownNumbers();
    const parts = [this.controls(), hint, this.stage(), cover, told, own, h("pre", torch, this.torch), this.live];
    return h("div", frame, ...parts);
  }

  controls() {
    this.kind = new Choice("Pooling", ["Maximum", "Average"], (at) => this.set({ kind: KINDS[at] }));
    this.steps = ["window", "stride", "padding"].map((name) => {
      const after = (value) => {
        const padding = Math.min(this.model.get("padding"), name === "window" ? Math.floor(value / 2) : MOST.padding);
        return { padding, [name]: value };
      };
      const can = (value) => allowed(this.model.get("image"), { ...this.read(), ...after(value) });
      return [name, new StepNumber(name, can, (value) => this.set(after(value)))];
    });
    const count = () => this.set({ count_include_pad: this.counted.checked });
    this.counted = h("input", { type: "checkbox", onchange: count });
    const label = h("label", { class: "cnn-check" }, this.counted, h("code", { text: "count_include_pad" }));
    const steps = h("div", { class: "cnn-row" }, ...this.steps.map(([, step]) => step.root), label);
    const first = h("div", { class: "cnn-row cnn-top" }, this.kind.root, this.againButton());
    return h("div", { class: "cnn-controls" }, first, steps);
  }

  stage() {
    const title = () => h("div", { class: "cnn-title" });
    this.titles = { input: title(), output: title() };
    this.key = h("div", { class: "cnn-muted cnn-key" });
    const fills = ["At the edge 0 comes in", "What left comes in again"];
    this.fill = new Choice("What comes in", fills, (at) => this.set({ fill: FILLS[at] }));
    const panel = (name, ...parts) => h("div", { class: `cnn-${name}-panel` }, ...parts);
    const shift = [h("div", { class: "cnn-title", text: "Shift the map" }), this.handle.root];
    const panels = [
      panel("input", this.titles.input, this.input.root),
      panel("output", this.titles.output, this.output.root, this.key),
      h("div", { class: "cnn-shift-panel cnn-controls" }, ...shift),
    ];
    const fill = h("div", { class: "cnn-fill cnn-controls" }, this.fill.root);
    return h("div", { class: "cnn-fit" }, h("div", { class: "cnn-stage" }, ...panels), fill);
  }

  ownNumbers() {
    const button = (text, onclick) => h("button", { type: "button", text, onclick });
    const buttons = [button("New random map", () => this.roll(1)), button("100 random maps", () => this.roll(100))];
    const type = h("details", {}, h("summary", { text: "Type numbers of your own" }), this.numbers.root);
    return h("div", { class: "cnn-own cnn-controls" }, h("div", { class: "cnn-row" }, ...buttons), type);
  }

  startAgain() {
    Object.assign(this, { at: null, tally: { of: "", maps: 0, changed: 0, total: 0 } });
    super.startAgain();
    this.numbers.reset(this.given.image);
  }

  choose(at) {
    Object.assign(this, { at, hovered: null });
    this.mark();
    this.live.textContent = this.formula.textContent;
  }

  hover(at) {
    this.hovered = at;
    this.mark();
  }

  /** Count over random maps of the same size what the same shift changes; the last one stays. */
  roll(times) {
    const { image, shift, fill, ...pooling } = this.read();
    const of = JSON.stringify([shift, fill, pooling]);
    if (this.tally.of !== of) this.tally = { of, maps: 0, changed: 0, total: 0 };
    let next = image;
    for (let time = 0; time < times; time += 1) {
      next = randomLike(this.given.image);
      const changed = changes(pool(next, pooling), pool(shifted(next, shift, fill), pooling));
      this.tally.maps += 1;
      this.tally.changed += changed.filter(Boolean).length;
      this.tally.total += changed.length;
    }
    this.set({ image: next });
  }

  draw() {
    const now = this.read();
    this.rows = shifted(now.image, now.shift, now.fill);
    this.before = pool(now.image, now);
    this.after = pool(this.rows, now);
    this.changed = changes(this.before, this.after);
    this.reads = readings(this.rows.length, this.rows[0].length, now);
    this.at = Math.min(this.at ?? this.strongest(), this.changed.length - 1);
    this.hovered = null;
    this.shade = this.isPicture ? shadesOf(now.image.flat()) : null;
    this.drawControls(now);
    this.drawOutput();
    this.statement.textContent = this.state(now);
    this.windows.textContent = windowsText(now, this.reads);
    this.torch.textContent = torchLine(this.rows, now);
    this.mark();
  }

  /** Where a reader looks first: in a picture the largest output, else the first. */
  strongest() {
    const values = this.after.flat();
    return this.isPicture ? values.indexOf(Math.max(...values)) : 0;
  }

  drawControls(now) {
    this.kind.show(KINDS.indexOf(now.kind));
    for (const [name, step] of this.steps) step.show(now[name]);
    this.counted.checked = now.count_include_pad;
    this.counted.disabled = now.kind === "max";
    this.fill.show(FILLS.indexOf(now.fill));
    this.handle.show(now.shift);
    if (!this.isPicture) this.numbers.show(now.image);
    this.titles.input.textContent = `Map, ${sizeText(this.rows)}`;
    this.titles.output.textContent = `Output Y, ${sizeText(this.after)}`;
    this.key.textContent = !shiftText(now.shift) ? "\u00a0" : this.isPicture ? "Blue: changed" : "Dashed: changed";
  }

  drawOutput() {
    if (!this.isPicture) return this.output.show(this.after, this.changed, null);
    const mixed = (colour) => colour.map((part, at) => Math.round(0.5 * part + 0.5 * CHANGED[at]));
    const colour = (value, at) => [...(this.changed[at] ? mixed(this.shade(value)) : this.shade(value)), 255];
    this.output.show(this.after.flat().map(colour), this.after[0].length, "Arrow keys read it.");
  }

  /** How many outputs are not what they were, and over random maps, if there were any under the same settings. */
  state({ image: _, shift, fill, ...pooling }) {
    const [before, after] = [this.before.flat(), this.after.flat()];
    const blank = this.isPicture ? after.filter((value, at) => value === 0 && before[at] === 0).length : 0;
    const along = movedAlong(this.before, this.after, shift, pooling.stride);
    const text = changesText({ shift, changed: this.changed, blank, along });
    const counts = shiftText(shift) && this.tally.of === JSON.stringify([shift, fill, pooling]);
    return counts ? `${text} ${tallyText(this.tally)}` : text;
  }

  /** Show one cell: the one below the pointer, else the chosen one. */
  mark() {
    const now = this.read();
    const shown = this.hovered ?? this.at;
    const [row, column] = [Math.floor(shown / this.after[0].length), shown % this.after[0].length];
    const cell = poolCell(this.rows, row, column, now);
    const frames = this.framesAt(row, column, now, cell);
    this.drawInput(now, cell);
    this.input.frames.show(frames);
    if (this.isPicture) this.output.at = this.at;
    if (this.isPicture) this.output.frames.show([{ row, column, height: 1, width: 1, kind: "" }]);
    else this.output.mark({ at: this.at, shown, pinned: true, playing: false });
    this.formula.textContent = `Y[${row}, ${column}] = ${poolingText(cell, now)}`;
    this.note.textContent = noteText(cell, now, this.changed[shown] ? this.before[row][column] : null);
  }

  /** The chosen window, those beside it that share cells with it, and in a picture the cell that wins. */
  framesAt(row, column, { window, stride, padding }, { winner }) {
    const at = (i, j, kind) => ({ row: i * stride, column: j * stride, height: window, width: window, kind });
    const beside = [[-1, 0], [0, -1], [0, 1], [1, 0]].map(([down, right]) => [row + down, column + right]);
    const there = stride < window ? beside.filter(([i, j]) => this.after[i]?.[j] !== undefined) : [];
    const frames = [...there.map(([i, j]) => at(i, j, "cnn-beside")), at(row, column, "")];
    if (!this.isPicture) return frames;
    const [height, width] = [this.rows.length, this.rows[0].length];
    frames.unshift({ row: padding, column: padding, height, width, kind: "cnn-border" });
    const won = winner && { row: winner.row + padding, column: winner.column + padding };
    return won ? [...frames, { ...won, height: 1, width: 1, kind: "cnn-won" }] : frames;
  }

  drawInput(now, { winner }) {
    const { padding } = now;
    const [height, width] = [this.rows.length, this.rows[0].length];
    const cells = [];
    for (let row = -padding; row < height + padding; row += 1) {
      for (let column = -padding; column < width + padding; column += 1) {
        const won = winner && winner.row === row && winner.column === column;
        cells.push(this.cellAt(row, column, now, won));
      }
    }
    const told = `${sizeText(this.rows)}, padding ${padding}: ${this.isPicture ? "in shades" : this.rows.join("; ")}`;
    this.input.show(cells, width + 2 * padding, told);
  }

  /** What the field shows of a cell: text and kind, or in a picture a colour. */
  cellAt(row, column, { kind, count_include_pad: counted }, won) {
    const value = this.rows[row]?.[column];
    const reads = this.reads[row * this.rows[0].length + column];
    if (value === undefined) {
      const shown = kind === "max" ? "−∞" : counted ? "0" : "–";
      return this.isPicture ? this.colourBeyond(shown, row + column) : { text: shown, kind: "cnn-pad" };
    }
    if (this.isPicture) return [...this.shade(value), reads ? 255 : 90];
    const names = [won && "cnn-won", reads > 1 && "cnn-shared", reads === 0 && "cnn-unread"];
    return { text: numberText(value, 3), kind: names.filter(Boolean).join(" ") };
  }

  /** A padded cell in a picture: −∞ is no shade of grey, so it is a chequered one. */
  colourBeyond(shown, place) {
    if (shown === "–") return [0, 0, 0, 0];
    return shown === "0" ? [...this.shade(0), 255] : [...Array(3).fill(place % 2 ? 150 : 110), 255];
  }
}

export default { render: renders(PoolingLabView, TRAITS) };
