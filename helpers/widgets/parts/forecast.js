/** Questions to answer before the first move; with the move come the verdicts. */

import { Choice } from "./choice.js";
import { h } from "./dom.js";

export class Forecast {
  /**
   * @param {string} lead @param {{question: string, choices: string[], right: number}[]} questions
   * @param {string} text of the button @param {() => void} onmove
   */
  constructor(lead, questions, text, onmove) {
    Object.assign(this, { questions, onmove, chosen: questions.map(() => -1) });
    const asked = questions.map(({ question, choices }, at) => this.ask(question, choices, at));
    this.button = h("button", { type: "button", class: "cnn-primary", "aria-disabled": "true", text });
    this.button.addEventListener("click", () => this.move());
    this.answers = h("ul", { class: "cnn-verdicts", role: "status" });
    this.asked = h("div", { class: "cnn-asked" }, h("p", { text: lead }), ...asked, this.button);
    this.root = h("div", { class: "cnn-forecast cnn-controls" }, this.asked, this.answers);
  }

  ask(question, choices, at) {
    const choice = new Choice(question, choices, (chosen) => this.choose(at, chosen));
    return h("div", { class: "cnn-question" }, h("p", { "aria-hidden": "true", text: question }), choice.root);
  }

  choose(at, chosen) {
    this.chosen[at] = chosen;
    this.button.setAttribute("aria-disabled", String(this.chosen.includes(-1)));
  }

  move() {
    if (this.chosen.includes(-1)) return;
    const verdict = ({ question, choices, right }, at) => {
      const told = this.chosen[at] === right ? "as you predicted" : `you predicted that ${choices[this.chosen[at]]}`;
      return h("li", {}, `${question.replace("?", ":")} `, h("strong", { text: choices[right] }), `; ${told}.`);
    };
    this.answers.replaceChildren(...this.questions.map(verdict));
    this.onmove();
  }
}
