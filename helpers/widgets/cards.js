/** Cards: a term on one side, its meaning on the other. */

import { h, onTraits } from "./parts/dom.js";
import { keep, recall } from "./parts/memory.js";
import { prose } from "./parts/prose.js";

/** A new order of the numbers below `count`. @param {number} count @param {() => number} [random] in [0, 1) */
export function shuffled(count, random = Math.random) {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** The place `step` cards on, round the end. @param {number} place @param {number} step @param {number} count */
export function onwards(place, step, count) {
  return (((place + step) % count) + count) % count;
}

/** A kept state if it still fits these cards, else a new one. */
export function fitting(kept, count) {
  const order = Array.from({ length: count }, (_, i) => i);
  const same = Array.isArray(kept?.order) && [...kept.order].sort((a, b) => a - b).join() === order.join();
  return same ? { place: 0, known: [], ...kept } : { place: 0, known: [], order };
}

class CardsView {
  constructor(model, el) {
    this.model = model;
    this.root = h("div", { class: "cnn-widget cnn-cards", role: "group", "aria-label": "Cards" });
    this.root.addEventListener("keydown", (event) => this.key(event));
    el.append(this.root);
    this.draw();
  }

  draw() {
    this.cards = this.model.get("cards");
    this.state = fitting(recall(this.model.get("key"), null), this.cards.length);
    this.turned = false;
    this.side = h("span", { class: "cnn-side" });
    this.text = h("span", { class: "cnn-text" });
    this.card = h("button", { type: "button", class: "cnn-card", onclick: () => this.turn() }, this.side, this.text);
    this.where = h("span", { class: "cnn-muted" });
    this.known = button("I knew it", () => this.toggleKnown());
    this.shuffle = button("Shuffle", () => this.toggleShuffle());
    const walk = [button("← Previous", () => this.step(-1)), button("Next →", () => this.step(1))];
    const controls = h("div", { class: "cnn-row cnn-controls" }, ...walk, this.known, this.shuffle, this.where);
    this.root.replaceChildren(h("div", { "aria-live": "polite" }, this.card), controls);
    this.show();
  }

  get index() {
    return this.state.order[this.state.place];
  }

  show() {
    const { known, order, place } = this.state;
    this.side.textContent = this.turned ? "Meaning" : "Term";
    this.text.replaceChildren(...prose(this.cards[this.index]?.[this.turned ? 1 : 0] ?? ""));
    this.card.dataset.turned = String(this.turned);
    this.known.setAttribute("aria-pressed", String(known.includes(this.index)));
    this.shuffle.setAttribute("aria-pressed", String(order.some((card, i) => card !== i)));
    this.where.textContent = `Card ${place + 1} of ${order.length}, ${known.length} known`;
  }

  change(state, turned = false) {
    Object.assign(this.state, state);
    this.turned = turned;
    keep(this.model.get("key"), this.state);
    this.show();
  }

  turn() {
    this.change({}, !this.turned);
  }

  step(by) {
    this.change({ place: onwards(this.state.place, by, this.cards.length) });
  }

  toggleKnown() {
    const known = new Set(this.state.known);
    if (!known.delete(this.index)) known.add(this.index);
    this.change({ known: [...known] }, this.turned);
  }

  toggleShuffle() {
    const plain = this.state.order.every((card, i) => card === i);
    const order = plain ? shuffled(this.cards.length) : this.state.order.map((_, i) => i);
    this.change({ order, place: 0 });
  }

  key(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.step(by);
  }
}

function button(text, onclick) {
  return h("button", { type: "button", onclick }, text);
}

export default {
  render({ model, el }) {
    const view = new CardsView(model, el);
    const stop = onTraits(model, ["cards", "key"], () => view.draw());
    return () => {
      stop();
      view.root.remove();
    };
  },
};
