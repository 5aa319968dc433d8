/** A grid of numbers to type in. What is no number is marked, and the last right value stays in force. */

import { css, inkOn } from "./colour.js";
import { h, uniqueId } from "./dom.js";
import { parseNumber } from "./numbers.js";
import { makeStop, neighbour } from "./roving.js";
import { numberText } from "./written.js";

export class NumberGrid {
  /** @param {string} name what the grid is called @param {(rows: number[][]) => void} onchange */
  constructor(name, onchange) {
    this.name = name;
    this.onchange = onchange;
    this.rows = [];
    this.turned = false;
    this.id = uniqueId("grid");
    this.grid = h("div", { class: "cnn-numbers", role: "group", "aria-label": name });
    this.problem = h("p", { class: "cnn-problem", id: this.id, role: "status" });
    this.root = h("div", {}, h("div", { class: "cnn-frame" }, this.grid), this.problem);
  }

  /** @param {number[][]} rows */
  show(rows) {
    const sameShape = rows.length === this.rows.length && rows[0].length === this.rows[0].length;
    const old = this.rows.flat();
    this.rows = rows.map((row) => [...row]);
    if (!sameShape) this.build();
    else rows.flat().forEach((value, at) => value !== old[at] && this.write(at, value));
    this.measure();
  }

  /** Show rows, and forget what was typed and is no number. @param {number[][]} rows */
  reset(rows) {
    this.rows = [];
    this.show(rows);
  }

  build() {
    const columns = this.rows[0].length;
    this.inputs = this.rows.flat().map((value, at) => this.makeInput(value, at));
    const cells = this.inputs.map((input) => h("span", { class: "cnn-cell" }, input));
    this.grid.style.setProperty("--columns", String(columns));
    this.grid.replaceChildren(...cells);
    makeStop(this.inputs, 0);
    this.problem.textContent = "";
  }

  makeInput(value, at) {
    const columns = this.rows[0].length;
    const input = h("input", {
      type: "text",
      inputmode: "text", // the number pads of phones have no minus
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": `${this.name}, row ${Math.floor(at / columns)}, column ${at % columns}`,
      oninput: () => this.typed(at),
      onkeydown: (event) => this.move(event, at),
      onfocus: () => makeStop(this.inputs, at),
    });
    input.value = numberText(value);
    return input;
  }

  /** Write a value that did not come from this cell's own typing. */
  write(at, value) {
    this.inputs[at].value = numberText(value);
    this.mark(at, "");
  }

  typed(at) {
    const number = parseNumber(this.inputs[at].value);
    const problem = number.problem ?? (Number.isFinite(number.value) ? "" : "That number is too large.");
    this.mark(at, problem);
    if (problem) return;
    const columns = this.rows[0].length;
    this.rows[Math.floor(at / columns)][at % columns] = number.value;
    this.measure();
    this.onchange(this.rows.map((row) => [...row]));
  }

  mark(at, problem) {
    const input = this.inputs[at];
    if (problem) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", this.id);
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
    const none = !this.inputs.some((one) => one.hasAttribute("aria-invalid"));
    if (problem) this.problem.textContent = `${problem} Until then the last number counts.`;
    else if (none) this.problem.textContent = "";
  }

  move(event, at) {
    const input = this.inputs[at];
    const inside = { ArrowLeft: input.selectionEnd > 0, ArrowRight: input.selectionStart < input.value.length };
    const to = neighbour(at, this.rows.length, this.rows[0].length, event.key, this.turned);
    if (to < 0 || (inside[event.key] && input.selectionStart === input.selectionEnd)) return;
    event.preventDefault();
    this.inputs[to].focus();
    this.inputs[to].select();
  }

  /** Tell the style sheet how many letters the longest number has, so that it fits its cell. */
  measure() {
    const longest = Math.max(...this.rows.flat().map((value) => numberText(value).length));
    this.grid.style.setProperty("--length", String(longest));
  }

  /** Colour the cells, or leave them plain. @param {((value: number) => number[]) | null} colourOf */
  colour(colourOf) {
    if (!colourOf && !this.coloured) return;
    this.coloured = Boolean(colourOf);
    this.rows.flat().forEach((value, at) => {
      const colour = colourOf?.(value);
      this.inputs[at].style.background = colour ? css(colour) : "";
      this.inputs[at].style.color = colour ? inkOn(colour) : "";
    });
  }

  /** Show the grid turned by 180°, each number upright; the style sheet moves it there. @param {boolean} turned */
  turn(turned) {
    this.turned = turned;
    this.grid.dataset.turned = String(turned);
  }
}
