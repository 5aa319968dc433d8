/** What widgets share whose state is their traits: read, change, keep over a reload, cover, draw once for a change. */

import { h, onTraits } from "./dom.js";
import { keep, recall } from "./memory.js";

export class View {
  /** @param {any} model @param {string[]} kept the traits that a reader changes */
  constructor(model, kept) {
    Object.assign(this, { model, kept, due: false, gone: false, uncovered: false });
    this.given = this.read();
  }

  read() {
    return Object.fromEntries(this.kept.map((name) => [name, this.model.get(name)]));
  }

  set(traits) {
    for (const [name, value] of Object.entries(traits)) this.model.set(name, value);
    this.model.save_changes();
    this.keep();
  }

  keep() {
    keep(this.model.get("key"), { given: this.given, now: this.read(), uncovered: this.uncovered });
  }

  /** What a reader changed is taken up again only if the lesson still gives the same. @param {(now: any) => boolean} */
  recall(allowed) {
    const kept = recall(this.model.get("key"), null);
    if (!kept?.now || JSON.stringify(kept.given) !== JSON.stringify(this.given)) return;
    this.uncovered = kept.uncovered === true;
    if (allowed(kept.now)) this.set(kept.now);
  }

  /** Several traits may change at once; the view is drawn when all of them have. */
  drawSoon() {
    if (!this.due) queueMicrotask(() => this.gone || this.drawNow());
    this.due = true;
  }

  drawNow() {
    this.due = false;
    this.root.dataset.covered = String(this.model.get("predict") && !this.uncovered);
    this.draw();
  }

  /**
   * The button that shows what was covered for as long as the reader predicted it.
   * @param {string} what @param {() => HTMLElement} next what has the focus then
   */
  coverButton(what, next) {
    const onclick = () => {
      this.uncovered = true;
      this.keep();
      this.drawNow();
      next().focus(); // the button that had the focus is gone
    };
    const text = `I have made my predictions: show the ${what}`;
    return h("button", { type: "button", class: "cnn-primary cnn-uncover cnn-controls", text, onclick });
  }

  againButton() {
    const onclick = () => this.startAgain();
    return h("button", { type: "button", text: "Start again", onclick });
  }

  startAgain() {
    this.set(this.given);
    this.drawSoon(); // a model says nothing of traits that were set to what they are
  }
}

/**
 * What a widget's module exports as `render`.
 * @param {new (model: any) => View & {root: HTMLElement, draw: () => void, allowed: (now: any) => boolean}} Kind
 * @param {string[]} traits that the view reads
 */
export function renders(Kind, traits) {
  return ({ model, el }) => {
    const view = new Kind(model);
    view.recall((now) => view.allowed(now));
    view.drawNow();
    el.append(view.root);
    const stop = onTraits(model, traits, () => view.drawSoon());
    return () => {
      stop();
      view.gone = true;
      view.leave?.();
      view.root.remove();
    };
  };
}
