/** The output as a grid to walk through: arrow keys, hover, and a click or Enter that pins a cell. */

import { css, inkOn } from "./colour.js";
import { h } from "./dom.js";
import { makeStop, neighbour } from "./roving.js";
import { numberText } from "./written.js";

export class OutputGrid {
  /**
   * @param {{focus: (at: number) => void, hover: (at: number|null) => void, pin: (at: number|null) => void}} on
   * @param {string} [name] what the grid is called
   */
  constructor(on, name = "Output Y") {
    this.on = on;
    this.cells = [];
    this.root = h("div", {
      class: "cnn-output",
      role: "grid",
      "aria-label": name,
      onfocusin: (event) => this.tell(event, on.focus),
      onpointerover: (event) => event.pointerType === "mouse" && this.tell(event, on.hover),
      onpointerleave: () => on.hover(null),
      onclick: (event) => this.tell(event, on.pin),
      onkeydown: (event) => this.key(event),
    });
  }

  tell(event, listener) {
    const at = this.cells.indexOf(event.target.closest("[role=gridcell]"));
    if (at >= 0) listener(at);
  }

  key(event) {
    const at = this.cells.indexOf(event.target);
    if (at < 0) return;
    const to = { Home: 0, End: this.cells.length - 1 }[event.key] ?? neighbour(at, this.rows, this.columns, event.key);
    if (to >= 0) this.cells[to].focus();
    else if (event.key === "Enter" || event.key === " ") this.on.pin(at);
    else if (event.key === "Escape") this.on.pin(null);
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  }

  /**
   * @param {number[][]} values @param {boolean[]} differs by cell, whether the learner's function says something else
   * @param {((value: number) => number[]) | null} colourOf
   */
  show(values, differs, colourOf) {
    if (values.length !== this.rows || values[0].length !== this.columns) this.build(values.length, values[0].length);
    const flat = values.flat();
    const texts = flat.map((value) => numberText(value, 3)); // the formula has one more
    this.root.style.setProperty("--length", String(Math.max(...texts.map((text) => text.length))));
    this.cells.forEach((cell, at) => {
      const colour = colourOf?.(flat[at]);
      cell.firstChild.textContent = texts[at];
      cell.lastChild.textContent = differs[at] ? "✗" : "";
      cell.classList.toggle("cnn-differs", Boolean(differs[at]));
      cell.style.background = colour ? css(colour) : "";
      cell.style.color = colour ? inkOn(colour) : "";
    });
  }

  build(rows, columns) {
    [this.rows, this.columns] = [rows, columns];
    const cell = () => h("div", { role: "gridcell" }, h("span"), h("span", { class: "cnn-mark" }));
    this.cells = Array.from({ length: rows * columns }, cell);
    const row = (_, i) => h("div", { role: "row" }, ...this.cells.slice(i * columns, (i + 1) * columns));
    this.root.style.setProperty("--columns", String(columns));
    this.root.replaceChildren(...Array.from({ length: rows }, row));
  }

  /** @param {{at: number, shown: number, pinned: boolean, playing: boolean}} state */
  mark({ at, shown, pinned, playing }) {
    makeStop(this.cells, at);
    this.cells.forEach((cell, place) => {
      cell.classList.toggle("cnn-shown", place === shown);
      cell.classList.toggle("cnn-later", playing && place > at);
      cell.setAttribute("aria-selected", String(pinned && place === at));
    });
  }
}
