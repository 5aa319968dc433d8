/** A row of bars over and under a line of zero; those of the input are dragged, or moved by keys. */

import { h } from "./dom.js";

const STEPS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };

export class Bars {
  /**
   * @param {number} count of bars
   * @param {{point: (at: number) => void, change?: (at: number, value: number) => void}} on
   * @param {number} [most] of the input: from −most to most
   */
  constructor(count, on, most = 0) {
    Object.assign(this, { on, most });
    this.bars = Array.from({ length: count }, (_, at) => this.bar(at));
    this.root = h("div", { class: "cnn-bars" }, ...this.bars.map(({ root }) => root));
  }

  bar(at) {
    const fill = h("span", { class: "cnn-bar-fill" });
    const track = h("span", { class: "cnn-bar-track" }, fill);
    const text = h("span", { class: "cnn-bar-text" });
    const point = () => this.on.point(at);
    const slider = this.on.change && {
      role: "slider",
      tabindex: 0,
      "aria-label": `x[${at}]`,
      "aria-orientation": "vertical",
      "aria-valuemin": -this.most,
      "aria-valuemax": this.most,
      onfocus: point,
      onkeydown: (event) => this.key(event, at),
      onpointerdown: (event) => this.grip(event, at),
      onpointermove: (event) => this.pull(event, at),
    };
    const root = h("div", { class: "cnn-bar", onpointerenter: point, onclick: point, ...slider }, track, text);
    return { root, track, fill, text, value: NaN };
  }

  grip(event, at) {
    const { root } = this.bars[at];
    root.setPointerCapture(event.pointerId);
    root.focus({ preventScroll: true });
    event.preventDefault(); // a drag shall not select the numbers
    this.to(event, at);
  }

  pull(event, at) {
    if (this.bars[at].root.hasPointerCapture(event.pointerId)) this.to(event, at);
  }

  to(event, at) {
    const { top, height } = this.bars[at].track.getBoundingClientRect();
    this.change(at, Math.round(this.scale * (1 - (2 * (event.clientY - top)) / height)));
  }

  key(event, at) {
    const to = { Home: -this.most, End: this.most }[event.key] ?? this.bars[at].value + STEPS[event.key];
    if (Number.isNaN(to)) return;
    event.preventDefault();
    this.on.point(at); // the mouse may rest on another bar
    this.change(at, to);
  }

  change(at, value) {
    const within = Math.max(-this.most, Math.min(this.most, value));
    if (within !== this.bars[at].value) this.on.change(at, within);
  }

  /** @param {number[]} values @param {number} scale the value of the longest bar @param {(value: number) => string} write */
  show(values, scale, write) {
    this.scale = scale;
    this.bars.forEach((bar, at) => {
      bar.value = values[at];
      bar.fill.style.setProperty("--share", String(Math.abs(values[at]) / scale));
      bar.fill.dataset.below = String(values[at] < 0);
      bar.text.textContent = write(values[at]);
      if (!this.on.change) return;
      bar.root.setAttribute("aria-valuenow", String(values[at]));
      bar.root.setAttribute("aria-valuetext", write(values[at]));
    });
  }

  /** Outline the bars that are read. @param {number[]} places */
  mark(places) {
    this.bars.forEach(({ root }, at) => root.classList.toggle("cnn-read", places.includes(at)));
  }
}
