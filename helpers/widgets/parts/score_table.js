/** A head's ten scores as a table: a bar for each probability, a line where it was, and the logit. */

import { CLASSES } from "./digit_net.js";
import { logitText, shareText } from "./digit_words.js";
import { h } from "./dom.js";

export class ScoreTable {
  /** @param {string} name what a screen reader calls the table */
  constructor(name) {
    this.rows = Array.from({ length: CLASSES }, (_, digit) => this.row(digit));
    const heads = ["digit", "probability", "logit"].map((text) => h("th", { scope: "col", text }));
    heads[1].setAttribute("colspan", "2");
    const body = h("tbody", {}, ...this.rows.map(({ root }) => root));
    this.root = h("table", { class: "cnn-scores", "aria-label": name }, h("thead", {}, h("tr", {}, ...heads)), body);
  }

  row(digit) {
    const bar = h("div", { class: "cnn-bar" }, h("span", { class: "cnn-fill" }), h("span", { class: "cnn-was" }));
    const [share, logit] = [h("td", { class: "cnn-share" }), h("td", { class: "cnn-logit" })];
    const cells = [h("th", { scope: "row", text: String(digit) }), h("td", { "aria-hidden": "true" }, bar), share, logit];
    return { bar, share, logit, root: h("tr", {}, ...cells) };
  }

  /** @param {{probabilities: number[], logits: number[], says: number}} now @param {number[]} was probabilities */
  show({ probabilities, logits, says }, was) {
    this.rows.forEach(({ root, bar, share, logit }, digit) => {
      root.classList.toggle("cnn-says", digit === says);
      bar.style.setProperty("--share", probabilities[digit].toFixed(4));
      bar.style.setProperty("--was", was[digit].toFixed(4));
      share.textContent = shareText(probabilities[digit]).replace(" ", "\u2009");
      logit.textContent = logitText(logits[digit]);
    });
  }
}
