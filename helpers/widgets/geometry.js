/** The geometry slider: what size, kernel, stride, padding, dilation and border make of one row of cells. */

import { Choice } from "./parts/choice.js";
import { h, onTraits, uniqueId } from "./parts/dom.js";
import { keep, recall } from "./parts/memory.js";
import { Slider } from "./parts/slider.js";
import { Strip, canShowAll } from "./parts/strip.js";
import { formulaInLetters, formulaInNumbers, readsText, torchLine, verdict } from "./parts/window_words.js";
import { MODES, outSize, problem } from "./parts/windows.js";

const SETTINGS = ["size", "kernel", "stride", "padding", "dilation", "mode"];
const TRAITS = [...SETTINGS, "key"];
const LIMITS = {
  size: { least: 1, most: 256, reach: 32 },
  kernel: { least: 1, most: 15 },
  stride: { least: 0, most: 8 },
  dilation: { least: 0, most: 6 },
  padding: { least: 0, most: 8 },
};
const LETTERS = { size: "n", kernel: "k", stride: "s", padding: "p", dilation: "d" };
export const PRESETS = [
  ["No padding", [7, 3, 1, 0, 0, 1]],
  ["Stride 2", [8, 3, 2, 0, 0, 1]],
  ["Stem of a ResNet", [224, 7, 2, 3, 3, 1]],
  ["Same, odd kernel", [8, 5, 1, 2, 2, 1]],
  ["Even kernel, padding k/2", [8, 4, 1, 2, 2, 1]],
  ["Same, even kernel", [8, 4, 1, 1, 2, 1]],
  ["Same, dilation 2", [9, 3, 1, 2, 2, 2]],
  ["Does not fit", [4, 5, 1, 0, 0, 1]],
];
const HINT = "Point at the row or tap it, or walk along the output with the arrow keys, to move the window.";
const KEY = [
  ["cnn-in", "input"],
  ["cnn-in cnn-pad", "padding"],
  ["cnn-in cnn-tapped", "read by the window"],
  ["cnn-in cnn-never cnn-floor", "dropped by the floor"],
  ["cnn-in cnn-never", "met by no tap"],
];

function preset([, [size, kernel, stride, before, after, dilation]]) {
  return { size, kernel, stride, padding: [before, after], dilation };
}

/** Whether what was kept can still be set: the limits may have changed since. */
function isSound({ size, kernel, stride, padding, dilation, mode }) {
  const numbers = { size, kernel, stride, dilation, padding: padding?.[0] };
  const within = ([name, { least, most }]) => Number.isInteger(numbers[name]) && numbers[name] >= least && numbers[name] <= most;
  return Object.entries(LIMITS).every(within) && [0, 1].includes(padding[1] - padding[0]) && MODES.includes(mode);
}

class GeometryView {
  constructor(model, el) {
    Object.assign(this, { model, at: 0, hovered: null, all: true, due: false, gone: false });
    this.given = this.read();
    this.strip = new Strip({ focus: (at) => this.goTo(at), hover: (at) => this.hover(at) });
    this.root = this.build();
    el.append(this.root);
    this.recall();
    this.draw();
  }

  read() {
    return Object.fromEntries(SETTINGS.map((name) => [name, this.model.get(name)]));
  }

  /** What a reader set is taken up again only if the lesson still begins with the same numbers. */
  recall() {
    const kept = recall(this.model.get("key"), null);
    if (!kept?.now || JSON.stringify(kept.given) !== JSON.stringify(this.given)) return;
    this.all = kept.all !== false;
    if (isSound(kept.now)) this.set(kept.now);
  }

  set(traits) {
    for (const [name, value] of Object.entries(traits)) this.model.set(name, value);
    this.model.save_changes();
    this.keep();
  }

  keep() {
    keep(this.model.get("key"), { given: this.given, now: this.read(), all: this.all });
  }

  build() {
    this.letters = h("p", { class: "cnn-letters cnn-muted" });
    this.numbers = h("p", { class: "cnn-formula-line" });
    this.verdict = h("p", { class: "cnn-verdict", "aria-live": "polite" });
    this.reads = h("p", { class: "cnn-reads" });
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    this.torch = h("code");
    const told = h("div", { class: "cnn-told" }, this.letters, this.numbers, this.verdict, this.reads);
    const torch = { class: "cnn-torch", role: "group", "aria-label": "The same in PyTorch", tabindex: 0 };
    const frame = { class: "cnn-widget cnn-geometry", role: "group", "aria-label": "Geometry slider" };
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: HINT });
    const parts = [told, hint, this.strip.root, this.legend(), h("pre", torch, this.torch), this.live];
    return h("div", frame, this.presets(), this.sliders(), this.choices(), ...parts);
  }

  presets() {
    this.buttons = PRESETS.map((one) => {
      const onclick = () => this.take(preset(one));
      return h("button", { type: "button", "aria-pressed": "false", text: one[0], onclick });
    });
    const again = () => this.take(this.given);
    const start = h("button", { type: "button", class: "cnn-again", text: "Start again", onclick: again });
    const frame = { class: "cnn-row cnn-controls cnn-presets", role: "group", "aria-label": "Examples" };
    return h("div", frame, ...this.buttons, start);
  }

  take(settings) {
    Object.assign(this, { at: 0, hovered: null });
    this.set(settings);
    this.strip.root.scrollLeft = 0;
  }

  sliders() {
    const change = {
      ...Object.fromEntries(Object.keys(LIMITS).map((name) => [name, (value) => this.set({ [name]: value })])),
      padding: (value) => this.set({ padding: [value, value + this.extra()] }),
    };
    this.settings = Object.keys(LIMITS).map((name) => {
      return [name, new Slider(`${name} ${LETTERS[name]}`, LIMITS[name], change[name])];
    });
    const id = uniqueId("extra");
    const onchange = () => this.set({ padding: [this.model.get("padding")[0], this.padMore()] });
    this.more = h("input", { type: "checkbox", id, onchange });
    const more = h("div", { class: "cnn-more" }, this.more, h("label", { for: id, text: "one more cell after" }));
    const rows = this.settings.map(([, slider]) => slider.root);
    return h("div", { class: "cnn-settings cnn-controls" }, ...rows, more);
  }

  extra() {
    const [before, after] = this.model.get("padding");
    return after - before;
  }

  padMore() {
    return this.model.get("padding")[0] + Number(this.more.checked);
  }

  choices() {
    this.border = new Choice("Padding is made of", MODES, (at) => this.set({ mode: MODES[at] }));
    this.windows = new Choice("Windows shown", ["all", "one"], (at) => this.showAll(at === 0));
    const named = (text, choice) => h("div", { class: "cnn-row" }, h("strong", { text }), choice.root);
    const rows = [named("Border", this.border), named("Windows", this.windows)];
    return h("div", { class: "cnn-row cnn-controls cnn-choices" }, ...rows);
  }

  legend() {
    const item = ([name, text]) => h("span", { class: "cnn-row" }, h("span", { class: name }), h("span", { text }));
    return h("div", { class: "cnn-row cnn-legend cnn-muted" }, ...KEY.map(item));
  }

  showAll(all) {
    this.all = all;
    this.keep();
    this.draw();
  }

  hover(at) {
    if (at === this.hovered) return;
    this.hovered = at;
    this.mark();
  }

  goTo(at) {
    Object.assign(this, { at, hovered: null }); // the keys move on, though the pointer may still rest on a cell
    this.mark();
    this.strip.reveal(at);
    this.live.textContent = this.reads.textContent;
  }

  /** Several traits may change at once; the view is drawn when all of them have. */
  drawSoon() {
    if (!this.due) queueMicrotask(() => this.gone || this.draw());
    this.due = true;
  }

  draw() {
    this.due = false;
    const now = this.read();
    Object.assign(this, { hovered: null, at: Math.max(0, Math.min(this.at, outSize(now) - 1)) });
    for (const [name, slider] of this.settings) slider.show(name === "padding" ? now.padding[0] : now[name]);
    this.more.checked = this.extra() === 1;
    this.border.show(MODES.indexOf(now.mode));
    this.windows.show(this.all && canShowAll(now) ? 0 : 1);
    this.windows.inputs[0].disabled = !canShowAll(now);
    this.windows.inputs[0].nextSibling.textContent = canShowAll(now) ? "all" : "all (here too many)";
    this.press(now);
    this.letters.textContent = `Output cells: ${formulaInLetters(now)}`;
    this.numbers.textContent = formulaInNumbers(now) || "Nothing can be divided by 0.";
    this.verdict.textContent = verdict(now);
    this.verdict.classList.toggle("cnn-impossible", Boolean(problem(now)));
    this.torch.textContent = torchLine(now);
    this.strip.show(now, this.all);
    this.mark();
  }

  press(now) {
    this.buttons.forEach((button, at) => {
      const wanted = Object.entries(preset(PRESETS[at]));
      const same = wanted.every(([name, value]) => JSON.stringify(now[name]) === JSON.stringify(value));
      button.setAttribute("aria-pressed", String(same));
    });
  }

  /** Show one window: the one below the pointer, else where the keys stand. */
  mark() {
    const now = this.strip.g;
    const shown = this.hovered ?? this.at;
    this.strip.mark(this.at, shown);
    this.reads.textContent = problem(now) ? "" : readsText(now, shown);
  }
}

export default {
  render({ model, el }) {
    const view = new GeometryView(model, el);
    const stop = onTraits(model, TRAITS, () => view.drawSoon());
    return () => {
      stop();
      view.gone = true;
      view.root.remove();
    };
  },
};
