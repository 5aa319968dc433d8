/** Where the image comes from: typed numbers, or a crop of a photograph, moved by pointer or by two sliders. */

import { Choice } from "./choice.js";
import { h } from "./dom.js";

const CROP = 12;

/** The grey values, 0 to 255, of one crop. @param {DataView} view @param {number[]} corner top and left */
export function cropOf(view, [top, left]) {
  const side = Math.sqrt(view.byteLength);
  const value = (row, column) => view.getUint8((top + row) * side + left + column);
  return Array.from({ length: CROP }, (_, row) => Array.from({ length: CROP }, (_, column) => value(row, column)));
}

class Cropper {
  /** @param {DataView} view the photograph's bytes @param {(corner: number[]) => void} onchange */
  constructor(view, onchange) {
    this.side = Math.sqrt(view.byteLength);
    this.onchange = onchange;
    const most = this.side - CROP;
    const slider = (text) => {
      const input = h("input", { type: "range", min: 0, max: most, oninput: () => this.moved() });
      return [input, h("label", {}, h("span", { text }), input)];
    };
    const [[left, leftLabel], [top, topLabel]] = [slider("Crop from the left"), slider("Crop from the top")];
    Object.assign(this, { left, top });
    this.frame = h("span", { class: "cnn-window" });
    const drag = (event) => this.drag(event);
    const thumbnail = h("div", { class: "cnn-thumbnail", onpointerdown: drag, onpointermove: drag });
    thumbnail.append(this.paint(view), this.frame);
    this.root = h("div", { class: "cnn-cropper" }, thumbnail, h("div", { class: "cnn-sliders" }, leftLabel, topLabel));
  }

  paint(view) {
    const canvas = h("canvas", { width: this.side, height: this.side, role: "img", "aria-label": "The photograph" });
    const data = new ImageData(this.side, this.side);
    for (let at = 0; at < view.byteLength; at += 1) data.data.set([...Array(3).fill(view.getUint8(at)), 255], 4 * at);
    canvas.getContext("2d").putImageData(data, 0, 0);
    return canvas;
  }

  drag(event) {
    if (!(event.buttons & 1)) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    this.left.value = String(((event.clientX - box.left) / box.width) * this.side - CROP / 2);
    this.top.value = String(((event.clientY - box.top) / box.height) * this.side - CROP / 2);
    this.moved();
  }

  moved() {
    const corner = [Number(this.top.value), Number(this.left.value)];
    this.show(corner);
    this.onchange(corner);
  }

  /** @param {number[]} corner top and left */
  show([top, left]) {
    [this.top.value, this.left.value] = [String(top), String(left)];
    const share = (pixels) => `${(100 * pixels) / this.side}%`;
    Object.assign(this.frame.style, { top: share(top), left: share(left), width: share(CROP), height: share(CROP) });
  }
}

export class Source {
  /** @param {(traits: {image: number[][], crop: number[]}) => void} set */
  constructor(set) {
    this.set = set;
    this.numbers = null; // what to go back to
    this.choice = new Choice("Image", ["Numbers", "Crop of a photograph"], (at) => this.choose(at));
    this.root = h("div", { class: "cnn-source cnn-controls", hidden: true }, this.choice.root);
  }

  choose(at) {
    if (at === 0) return this.set({ image: this.numbers.image, kernel: this.numbers.kernel, crop: [] });
    const middle = Math.floor((Math.sqrt(this.view.byteLength) - CROP) / 2);
    this.move([middle, middle]);
  }

  move(crop) {
    this.set({ image: cropOf(this.view, crop), crop });
  }

  /**
   * @param {DataView} view the photograph's bytes, or none
   * @param {{image: number[][], kernel: number[][], crop: number[]}} now
   */
  show(view, { image, kernel, crop }) {
    this.root.hidden = !view?.byteLength;
    if (this.root.hidden) return;
    if (crop.length === 0 || !this.numbers) this.numbers = { image, kernel };
    if (view !== this.view) this.cropper?.root.remove();
    if (view !== this.view) this.root.append((this.cropper = new Cropper(view, (corner) => this.move(corner))).root);
    this.view = view;
    this.choice.show(crop.length > 0 ? 1 : 0);
    this.cropper.root.hidden = crop.length === 0;
    if (crop.length > 0) this.cropper.show(crop);
  }
}
