/** Boxes to fill in by hand: what is typed is checked here, without a kernel. */

import { h, onTraits, uniqueId } from "./parts/dom.js";
import { keep, recall } from "./parts/memory.js";
import { parseNumber, says } from "./parts/numbers.js";
import { oneOf, prose } from "./parts/prose.js";

const UNKNOWN = "Not this number, and no slip known here leads to it. Go through it once more.";
const TRIES = 3; // after so many wrong tries the working is shown

/**
 * Judge what was typed.
 * @param {{answer: number[], slips: {name: string, answer: number[], says: string}[], hints: [number, string][][]}} box
 * @param {string[]} texts what was typed, box by box
 * @returns {{whole: string, cells: {state: "empty"|"unreadable"|"right"|"wrong", says: string}[]}} `whole` is the one
 *   slip that explains all boxes together, or ""; then the wrong boxes have nothing to say of themselves
 */
export function judge(box, texts) {
  const typed = texts.map(parseNumber);
  const cells = typed.map((number, i) => judgeOne(box, i, number, texts[i]));
  if (typed.some((number) => "problem" in number)) return { whole: "", cells };
  const wrong = cells.filter((cell) => cell.state === "wrong");
  const fitting = box.slips.filter((slip) => slip.answer.every((value, i) => says(typed[i], value)));
  if (wrong.length < 2 || fitting.length === 0) return { whole: "", cells };
  for (const cell of wrong) cell.says = "";
  return { whole: oneOf(fitting.map((slip) => slip.says), ""), cells };
}

function judgeOne(box, i, number, text) {
  if ("problem" in number) return { state: text.trim() ? "unreadable" : "empty", says: number.problem };
  if (says(number, box.answer[i])) return { state: "right", says: "" };
  return { state: "wrong", says: oneOf(explanations(box, i, number), UNKNOWN) };
}

/** All that explains a wrong number in one box, each sentence once. */
export function explanations(box, i, number) {
  const hints = (box.hints[i] ?? []).filter(([value]) => says(number, value)).map(([, sentence]) => sentence);
  const slips = box.slips.filter((slip) => says(number, slip.answer[i])).map((slip) => slip.says);
  return [...new Set([...hints, ...slips])];
}

/** Where a box stands, in words, counted from 0 as everywhere in the book. @param {number[]} shape @param {number} i */
export function place([rows, columns], i) {
  if (rows * columns === 1) return "";
  if (rows === 1) return `Position ${i}`;
  return `Row ${Math.floor(i / columns)}, column ${i % columns}`;
}

/** The box that an arrow key leads to, or -1. @param {number[]} shape @param {number} i @param {string} key */
export function neighbour([rows, columns], i, key) {
  const [row, column] = [Math.floor(i / columns), i % columns];
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  if (!step) return -1;
  const [r, c] = [row + step[0], column + step[1]];
  return r < 0 || c < 0 || r >= rows || c >= columns ? -1 : r * columns + c;
}

const NAMES = ["label", "key", "shape", "answer", "given", "slips", "hints", "worked"];

class BoxView {
  constructor(model, el) {
    this.model = model;
    this.root = h("div", { class: "cnn-widget cnn-box", role: "group" });
    el.append(this.root);
    this.draw();
  }

  draw() {
    this.box = Object.fromEntries(NAMES.map((name) => [name, this.model.get(name)]));
    const size = this.box.answer.length;
    const fresh = { texts: Array(size).fill(""), tries: Array(size).fill(0), last: Array(size).fill("") };
    const kept = recall(this.box.key, fresh);
    this.state = kept.texts?.length === size ? kept : fresh;
    this.id = uniqueId("box");
    this.inputs = this.state.texts.map((text, i) => this.makeInput(text, i));
    this.root.setAttribute("aria-label", `By hand: ${this.box.label}`);
    this.root.replaceChildren(this.figures(), this.controls());
    if (this.state.checked) this.show();
  }

  makeInput(text, i) {
    const input = h("input", {
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": [this.box.label, place(this.box.shape, i).toLowerCase()].filter(Boolean).join(", "),
      oninput: () => this.typed(i),
      onkeydown: (event) => this.move(event, i),
    });
    input.value = text;
    return input;
  }

  figures() {
    const cells = this.inputs.map((input) => h("span", { class: "cnn-cell" }, input, h("span", { class: "cnn-mark" })));
    const lengths = this.box.answer.map((value) => (Number.isInteger(value) ? value.toLocaleString("en").length : 5));
    const style = `--columns: ${this.box.shape[1]}; --letters: ${Math.max(...lengths)}`;
    const grid = h("div", { class: "cnn-grid", style }, ...cells);
    const answer = h("div", { class: "cnn-figure" }, h("span", { class: "cnn-name" }, ...prose(this.box.label)), grid);
    return h("div", { class: "cnn-figures" }, ...this.box.given.map(givenFigure), answer);
  }

  controls() {
    const button = h("button", { type: "button", class: "cnn-primary", onclick: () => this.check() }, "Check");
    this.progress = h("span", { class: "cnn-muted" });
    this.feedback = h("ul", { class: "cnn-feedback" });
    const row = h("div", { class: "cnn-row cnn-controls" }, button, this.progress);
    return h("div", {}, row, h("div", { role: "status" }, this.feedback));
  }

  typed(i) {
    this.state.texts[i] = this.inputs[i].value;
    this.state.checked = false;
    this.mark(i, "empty");
    keep(this.box.key, this.state);
  }

  move(event, i) {
    if (event.key === "Enter") return this.check();
    const input = this.inputs[i];
    const inside = { ArrowLeft: input.selectionEnd > 0, ArrowRight: input.selectionStart < input.value.length };
    const to = neighbour(this.box.shape, i, event.key);
    if (to < 0 || (inside[event.key] && input.selectionStart === input.selectionEnd)) return;
    event.preventDefault();
    this.inputs[to].focus();
    this.inputs[to].select();
  }

  check() {
    judge(this.box, this.state.texts).cells.forEach((cell, i) => {
      if (cell.state !== "wrong" || this.state.last[i] === this.state.texts[i]) return; // the same again is no new try
      this.state.tries[i] += 1;
      this.state.last[i] = this.state.texts[i];
    });
    this.state.checked = true;
    keep(this.box.key, this.state);
    this.show();
  }

  show() {
    const { whole, cells } = judge(this.box, this.state.texts);
    const right = cells.filter((cell) => cell.state === "right").length;
    const told = cells.map((cell, i) => this.line(cell, i)).filter(Boolean);
    if (whole) told.unshift(h("li", { id: `${this.id}-whole` }, ...prose(whole)));
    if (right === cells.length) told.push(h("li", {}, "All right. Well worked out."));
    else if (cells.every((cell) => cell.state === "empty")) told.push(h("li", {}, "Type your numbers first."));
    cells.forEach((cell, i) => this.mark(i, cell.state, `${this.id}-${whole ? "whole" : i}`));
    this.progress.textContent = `${right} of ${cells.length} right`;
    this.feedback.replaceChildren(...told);
  }

  line(cell, i) {
    const worked = cell.state === "wrong" && this.state.tries[i] >= TRIES ? this.box.worked[i] : "";
    if (cell.state === "empty" || cell.state === "right" || !(cell.says || worked)) return null;
    const where = [place(this.box.shape, i), this.state.texts[i].trim()].filter(Boolean).join(": ");
    const way = worked && h("div", { class: "cnn-worked" }, ...prose(`The way there: ${worked}`));
    return h("li", { id: `${this.id}-${i}` }, h("strong", {}, `${where}. `), ...prose(cell.says), way);
  }

  mark(i, state, described) {
    const input = this.inputs[i];
    input.parentElement.dataset.state = state;
    input.nextElementSibling.textContent = { right: "✓", wrong: "✗", unreadable: "?" }[state] ?? "";
    const wrong = state === "wrong" || state === "unreadable";
    for (const [name, value] of Object.entries({ "aria-invalid": "true", "aria-describedby": described })) {
      if (wrong) input.setAttribute(name, value);
      else input.removeAttribute(name);
    }
  }
}

function givenFigure({ name, rows }) {
  const body = rows.map((row) => h("tr", {}, ...row.map((text) => h("td", { text }))));
  return h("table", { class: "cnn-figure" }, h("caption", { class: "cnn-name" }, ...prose(name)), h("tbody", {}, ...body));
}

export default {
  render({ model, el }) {
    const view = new BoxView(model, el);
    const stop = onTraits(model, NAMES, () => view.draw());
    return () => {
      stop();
      view.root.remove();
    };
  },
};
