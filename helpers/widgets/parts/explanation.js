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
    this.root = h("div", { class: "cnn-sum" }, this.title, h("div", { class: "cnn-terms" }, this.products, words));
  }

  /**
   * @param {{title: string, name: string, window: number[][], kernel: number[][], digits?: number}} what `name` is the
   *   output cell's, `kernel` is as it is slid
   * @param {{expected: number, got: number|string, name: string}|null} [difference]
   * @returns {string} the formula in one line
   */
  show({ title, name, window, kernel, digits = 4 }, difference = null) {
    const { products, sum } = cell(window, kernel, 0, 0);
    const weights = kernel.flat();
    this.title.textContent = title;
    this.formula.textContent = `${name} = ${formula(window.flat(), weights, sum, digits)}`;
    this.got.textContent = difference
      ? `✗ expected ${numberText(difference.expected)}, ${difference.name} gave ${written(difference.got)}`
      : "";
    this.products.style.setProperty("--columns", String(kernel[0].length));
    const factors = window.flat().map((value, at) => productText(value, weights[at], digits));
    this.fill(factors, products.flat().map((product) => numberText(product, digits)));
    return `${this.formula.textContent}${difference ? ` ${this.got.textContent}` : ""}`;
  }

  /** The boxes stay where they are: a frame has only their texts to change. */
  fill(factors, products) {
    if (this.products.children.length !== products.length) this.products.replaceChildren(...products.map(emptyBox));
    products.forEach((product, at) => {
      const box = this.products.children[at];
      box.firstChild.textContent = factors[at];
      box.lastChild.textContent = product;
      box.classList.toggle("cnn-nothing", product === "0");
    });
  }
}

function emptyBox() {
  return h("div", {}, h("span", { class: "cnn-factors" }), h("strong"));
}

function written(value) {
  return typeof value === "number" ? numberText(value) : value;
}
