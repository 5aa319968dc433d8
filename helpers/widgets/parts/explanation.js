/** One output cell explained: its window times the kernel, product by product, and their sum. */

import { cell } from "./arithmetic.js";
import { h } from "./dom.js";
import { formula, numberText, productText } from "./written.js";

export class Explanation {
  constructor() {
    this.title = h("div", { class: "cnn-title" });
    this.products = h("div", { class: "cnn-products", "aria-hidden": "true" }); // the formula says the same
    this.formula = h("p", { class: "cnn-formula" });
    this.got = h("p", { class: "cnn-got" });
    const words = h("div", {}, this.formula, this.got);
    this.root = h("div", { class: "cnn-sum" }, this.title, h("div", { class: "cnn-worked" }, this.products, words));
  }

  /**
   * @param {{image: number[][], kernel: number[][], row: number, column: number, pinned: boolean}} what `kernel` as it
   *   is slid
   * @param {{expected: number, got: number|string, name: string}|null} difference
   * @returns {string} the formula in one line
   */
  show({ image, kernel, row, column, pinned }, difference) {
    const { window, products, sum } = cell(image, kernel, row, column);
    const weights = kernel.flat();
    this.title.textContent = `Products of the window at row ${row}, column ${column}${pinned ? " (pinned)" : ""}`;
    this.formula.textContent = `Y[${row}, ${column}] = ${formula(window.flat(), weights, sum)}`;
    this.got.textContent = difference
      ? `≠ expected ${numberText(difference.expected)}, ${difference.name} got ${written(difference.got)}`
      : "";
    this.products.style.setProperty("--columns", String(kernel[0].length));
    const factors = window.flat().map((value, at) => productText(value, weights[at]));
    const boxes = products.flat().map((product, at) => productBox(factors[at], product));
    this.products.replaceChildren(...boxes);
    return `${this.formula.textContent}${difference ? ` ${this.got.textContent}` : ""}`;
  }
}

function productBox(factors, product) {
  const small = h("span", { class: "cnn-factors", text: factors });
  return h("div", { class: product === 0 ? "cnn-nothing" : "" }, small, h("strong", { text: numberText(product) }));
}

function written(value) {
  return typeof value === "number" ? numberText(value) : value;
}
