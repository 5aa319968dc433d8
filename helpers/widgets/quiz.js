/** Questions with an answer to each answer, checked here, without a kernel. */

import { h, onTraits, uniqueId } from "./parts/dom.js";
import { keep, recall } from "./parts/memory.js";
import { parseNumber, says } from "./parts/numbers.js";
import { prose } from "./parts/prose.js";

/**
 * Judge one answer.
 * @param {{kind: string, options: [string|number, boolean, string][], because: string}} item
 * @param {string[]} answer the texts chosen, or the one typed
 * @returns {{state: "empty"|"right"|"wrong", says: string[]}}
 */
export function judge(item, answer) {
  if (item.kind === "number") return judgeNumber(item, answer[0] ?? "");
  if (answer.length === 0) return { state: "empty", says: ["Choose an answer first."] };
  const missed = item.options.filter(([text, right]) => right !== answer.includes(text));
  if (missed.length === 0) return { state: "right", says: [item.because] };
  // What is told to a wrong choice is enough; what was left out is told only where nothing was chosen wrongly.
  const chosen = missed.filter(([, right]) => !right).map(([, , betrays]) => betrays);
  const left = missed.map(([, , betrays]) => betrays).slice(0, 1);
  return { state: "wrong", says: chosen.length ? chosen : ["Right so far, but something is missing.", ...left] };
}

function judgeNumber(item, text) {
  const typed = parseNumber(text);
  if ("problem" in typed) return { state: "empty", says: [typed.problem] };
  const [, right, betrays] = item.options.find(([value]) => says(typed, value)) ?? [0, false, "Not this number."];
  return right ? { state: "right", says: [item.because] } : { state: "wrong", says: [betrays] };
}

/** How far the reader is. @param {{right: boolean, tries: number}[]} states */
export function progress(states) {
  const right = states.filter((state) => state.right);
  const first = right.filter((state) => state.tries === 1).length;
  return `${right.length} of ${states.length} right` + (first ? `, ${first} at the first try` : "");
}

const FRESH = () => ({ answer: [], tries: 0, right: false, last: "", checked: false });

class QuizView {
  constructor(model, el) {
    this.model = model;
    this.root = h("div", { class: "cnn-widget cnn-quiz", role: "group", "aria-label": "Quiz" });
    el.append(this.root);
    this.draw();
  }

  draw() {
    [this.items, this.key] = [this.model.get("items"), this.model.get("key")];
    const kept = recall(this.key, {}); // by question, so that a question added later moves no answer
    this.states = this.items.map((item) => ({ ...FRESH(), ...kept[item.question] }));
    this.progress = h("p", { class: "cnn-muted cnn-progress" });
    this.root.replaceChildren(...this.items.map((item, i) => this.question(item, i)), this.progress);
    this.tell();
  }

  question(item, i) {
    const told = h("div", { class: "cnn-told", role: "status" });
    const form = h("form", { novalidate: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check(i, form, told);
    });
    form.addEventListener("input", () => this.changed(i, form, told));
    form.addEventListener("keydown", submitOnEnter);
    const legend = h("legend", {}, `${i + 1}. `, ...prose(item.question));
    const button = h("button", { type: "submit", class: "cnn-controls" }, "Check");
    form.append(h("fieldset", {}, legend, ...this.fields(item, i), button), told);
    if (this.states[i].checked) this.show(i, form, told);
    return form;
  }

  fields(item, i) {
    const { answer } = this.states[i];
    if (item.kind === "number") {
      const input = h("input", { type: "text", autocomplete: "off", spellcheck: "false", "aria-label": "Your number" });
      input.value = answer[0] ?? "";
      return [input];
    }
    const [name, type] = [uniqueId("quiz"), item.kind === "choice" ? "radio" : "checkbox"];
    return item.options.map(([text]) => {
      const input = h("input", { type, name, value: text, checked: answer.includes(text) });
      return h("label", { class: "cnn-option" }, input, h("span", {}, ...prose(text)));
    });
  }

  changed(i, form, told) {
    const fields = [...form.querySelectorAll("input")];
    const chosen = fields.filter((field) => field.type === "text" || field.checked).map((field) => field.value);
    Object.assign(this.states[i], { answer: chosen, checked: false });
    told.replaceChildren();
    delete form.dataset.state;
    this.keep();
  }

  check(i, form, told) {
    const state = this.states[i];
    const { state: verdict } = judge(this.items[i], state.answer);
    const text = JSON.stringify(state.answer);
    if (verdict !== "empty" && !state.right && text !== state.last) state.tries += 1; // the same again is no new try
    Object.assign(state, { last: text, checked: true, right: state.right || verdict === "right" });
    this.keep();
    this.show(i, form, told);
    this.tell();
  }

  show(i, form, told) {
    const { state, says: sentences } = judge(this.items[i], this.states[i].answer);
    const verdict = { right: "✓ Right.", wrong: "✗ Not yet.", empty: "" }[state];
    form.dataset.state = state;
    told.replaceChildren(...sentences.map((text, n) => h("p", {}, n ? "" : h("strong", {}, verdict), " ", ...prose(text))));
  }

  keep() {
    keep(this.key, Object.fromEntries(this.items.map((item, i) => [item.question, this.states[i]])));
  }

  tell() {
    this.progress.textContent = progress(this.states);
  }
}

/** What browsers do by themselves; JupyterLab keeps it from them. */
function submitOnEnter(event) {
  if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

export default {
  render({ model, el }) {
    const view = new QuizView(model, el);
    const stop = onTraits(model, ["items", "key"], () => view.draw());
    return () => {
      stop();
      view.root.remove();
    };
  },
};
