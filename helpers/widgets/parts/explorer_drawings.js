/** The drawings of the feature explorer: one is chosen, and its nearest stand in rows, one for each space. */

import { h, uniqueId } from "./dom.js";
import { nearestOf, sharing } from "./feature_maps.js";
import { by } from "./feature_words.js";
import { Picks } from "./picks.js";

const TILES_IN_A_ROW = 20;
const NEAREST = 5;

/** A picture out of the sheet of drawings. */
const tile = () => h("span", { class: "cnn-tile", "aria-hidden": "true" });

function aim(tileOf, drawing) {
  tileOf.style.setProperty("--column", String(drawing % TILES_IN_A_ROW));
  tileOf.style.setProperty("--row", String(Math.floor(drawing / TILES_IN_A_ROW)));
}

export class DrawingPicks {
  /** @param {import("./feature_maps.js").Facts} facts @param {(drawing: number) => void} onpick */
  constructor({ classes, labels }, onpick) {
    Object.assign(this, { labels, classes, onpick, shownClass: -1 });
    const id = uniqueId("class");
    this.members = classes.map((_, at) => labels.flatMap((label, drawing) => (label === at ? [drawing] : [])));
    const most = Math.max(...this.members.map(({ length }) => length));
    this.tiles = Array.from({ length: most }, tile);
    this.picks = new Picks("Which drawing", most, (at) => [this.tiles[at]], (at) => onpick(this.inClass()[at]));
    const options = classes.map((name, at) => h("option", { value: at, text: `${name} (${this.members[at].length})` }));
    this.select = h("select", { id, onchange: () => onpick(this.members[Number(this.select.value)][0]) }, ...options);
    const label = h("label", { for: id, text: "Drawings of the class " });
    const row = h("div", { class: "cnn-row" }, label, this.select);
    this.root = h("div", { class: "cnn-chooser cnn-controls" }, row, this.picks.root);
  }

  inClass() {
    return this.members[this.shownClass];
  }

  show(drawing) {
    if (this.shownClass !== this.labels[drawing]) this.showClass(this.labels[drawing]);
    const at = this.inClass().indexOf(drawing);
    this.picks.show(at);
    // After the frame, when the layout is known: to ask for it now would cost as much again.
    requestAnimationFrame(() => setTimeout(() => this.scrollTo(this.picks.buttons[at])));
  }

  /** Bring a button into the strip, and leave the page where it is. */
  scrollTo({ offsetLeft, offsetWidth }) {
    const strip = this.picks.root;
    const within = offsetLeft >= strip.scrollLeft && offsetLeft + offsetWidth <= strip.scrollLeft + strip.clientWidth;
    if (!within) strip.scrollLeft = offsetLeft - strip.clientWidth / 2;
  }

  showClass(label) {
    this.shownClass = label;
    this.select.value = String(label);
    this.picks.buttons.forEach((button, at) => {
      const drawing = this.inClass()[at];
      button.hidden = drawing === undefined;
      if (button.hidden) return;
      button.setAttribute("aria-label", `${this.classes[label]} ${at + 1}`);
      aim(this.tiles[at], drawing);
    });
  }
}

export class Neighbours {
  /** @param {import("./feature_maps.js").Facts} facts @param {(drawing: number) => void} onpick */
  constructor(facts, onpick) {
    Object.assign(this, { facts, onpick });
    this.chosen = tile();
    this.name = h("span", { class: "cnn-class" });
    this.rows = facts.spaces.map((space) => this.row(space));
    const chosen = h("div", { class: "cnn-chosen" }, this.chosen, this.name);
    const spaces = h("div", { class: "cnn-spaces" }, ...this.rows.map(({ root }) => root));
    this.root = h("div", { class: "cnn-neighbours" }, chosen, spaces);
  }

  row(space) {
    const cells = Array.from({ length: NEAREST }, () => this.one());
    const [title, count] = [h("span", { class: "cnn-space", text: by(space) }), h("span", { class: "cnn-count" })];
    const props = { class: "cnn-space-row", role: "group", "aria-label": `Nearest ${by(space)}` };
    const heading = h("div", { class: "cnn-of-space" }, title, count);
    return { cells, count, root: h("div", props, heading, ...cells.map(({ button }) => button)) };
  }

  one() {
    const span = (name) => h("span", { class: name });
    const mark = h("span", { class: "cnn-same", "aria-hidden": "true", text: "✓" });
    const [picture, name, cosine] = [tile(), span("cnn-class"), span("cnn-muted cnn-cosine")];
    const onclick = () => this.onpick(Number(button.dataset.drawing));
    const button = h("button", { type: "button", class: "cnn-near-one", onclick }, picture, mark, name, " ", cosine);
    return { button, picture, name, cosine };
  }

  /** @param {DataView} near @param {number} drawing @returns {number[]} how many share its class, space by space */
  show(near, drawing) {
    const { classes, labels, spaces } = this.facts;
    aim(this.chosen, drawing);
    this.name.textContent = classes[labels[drawing]];
    return spaces.map((space, at) => {
      const nearest = nearestOf(near, this.facts, at, drawing);
      nearest.forEach((one, place) => {
        this.showOne(this.rows[at].cells[place], one, `nearest ${place + 1} ${by(space)}`);
      });
      this.rows[at].count.textContent = `${sharing(nearest)} of ${nearest.length}`;
      return sharing(nearest);
    });
  }

  showOne({ button, picture, name, cosine: written }, { drawing, cosine, same }, place) {
    const { classes, labels } = this.facts;
    const kind = classes[labels[drawing]];
    button.dataset.drawing = String(drawing);
    button.dataset.same = String(same);
    name.textContent = kind;
    written.textContent = cosine.toFixed(2);
    aim(picture, drawing);
    const told = `${kind} ${cosine.toFixed(2)}, ${same ? "the same class" : "another class"}`;
    button.setAttribute("aria-label", `${told}: ${place}`);
  }
}
