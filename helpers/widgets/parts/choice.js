/** One of several, as radio buttons. */

import { h, uniqueId } from "./dom.js";

export class Choice {
  /** @param {string} name @param {string[]} texts @param {(at: number) => void} onchoose */
  constructor(name, texts, onchoose) {
    const group = uniqueId("choice");
    this.inputs = texts.map((_, at) => h("input", { type: "radio", name: group, onchange: () => onchoose(at) }));
    const labels = this.inputs.map((input, at) => h("label", {}, input, h("span", { text: texts[at] })));
    this.root = h("div", { class: "cnn-row cnn-choice", role: "radiogroup", "aria-label": name }, ...labels);
  }

  /** @param {number} at */
  show(at) {
    this.inputs.forEach((input, place) => {
      input.checked = place === at;
    });
  }
}
