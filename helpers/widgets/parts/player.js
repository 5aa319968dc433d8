/** Play, pause, step and scrub through a number of places. */

import { h } from "./dom.js";

export class Player {
  /** @param {(at: number) => void} goTo @param {() => void} onpause */
  constructor(goTo, onpause) {
    Object.assign(this, { goTo, onpause, at: 0, count: 1, timer: 0 });
    const button = (text, name, onclick) => h("button", { type: "button", text, "aria-label": name, onclick });
    this.toggle = button("▶", "Play", () => (this.playing ? this.pause() : this.play()));
    const oninput = () => this.step(Number(this.slider.value) - this.at);
    this.slider = h("input", { type: "range", min: 0, max: 0, value: 0, "aria-label": "Output cell", oninput });
    this.place = h("span", { class: "cnn-muted cnn-place" });
    const back = button("◀", "Previous cell", () => this.step(-1));
    const forth = button("▶", "Next cell", () => this.step(1));
    back.classList.add("cnn-small");
    forth.classList.add("cnn-small");
    const parts = [this.toggle, back, forth, this.slider, this.place];
    this.root = h("div", { class: "cnn-row cnn-player cnn-controls", role: "group", "aria-label": "Player" }, ...parts);
  }

  get playing() {
    return this.timer !== 0;
  }

  /** Tell where the widget stands. @param {number} at @param {number} count */
  show(at, count) {
    Object.assign(this, { at, count });
    this.slider.max = String(count - 1);
    this.slider.value = String(at);
    this.place.textContent = `${at + 1} of ${count}`;
    this.slider.setAttribute("aria-valuetext", `cell ${at + 1} of ${count}`);
    this.toggle.textContent = this.playing ? "❚❚ Pause" : "▶ Play";
    this.toggle.setAttribute("aria-label", this.playing ? "Pause" : "Play");
  }

  step(by) {
    this.pause();
    this.goTo(Math.max(0, Math.min(this.count - 1, this.at + by)));
  }

  play() {
    const pause = Math.max(200, Math.min(900, 12000 / this.count)); // many cells go by faster
    this.timer = setInterval(() => (this.at + 1 < this.count ? this.goTo(this.at + 1) : this.pause()), pause);
    this.goTo(this.at + 1 < this.count ? this.at : 0);
  }

  pause() {
    if (!this.playing) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.onpause();
  }
}
