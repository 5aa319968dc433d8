/** The feature explorer: maps of a pretrained network on photographs, and drawings that are near in its features. */

import { Choice } from "./parts/choice.js";
import { h, onTraits, uniqueId } from "./parts/dom.js";
import { DrawingPicks, Neighbours } from "./parts/explorer_drawings.js";
import { MapPicks, MapScale, Overlay } from "./parts/explorer_maps.js";
import {
  STEPS, atHand, chance, largest, mapOf, meanSharing, readMap, unpacked,
} from "./parts/feature_maps.js";
import {
  answersText, cellText, guessText, layerText, mapText, meanText, nearText, valueText,
} from "./parts/feature_words.js";
import { Forecast } from "./parts/forecast.js";
import { Picks } from "./parts/picks.js";
import { renders, View } from "./parts/view.js";
import { numberText } from "./parts/written.js";

const KEPT = ["photograph", "layer", "rank", "mix", "drawing"];
const TRAITS = [...KEPT, "predict", "key"];
const GIVEN = ["facts", "maps", "near", "photographs", "drawings"];
const TURNS = ["it grows", "it stays", "it shrinks"];
const LEAD =
  "A network has learned to tell 1,000 classes of photographs apart. " +
  "From the pixels to its last layer, what happens to:";
const HINT = "Pick a photograph, a layer and a map. Point at the large map, or walk over it with the arrow keys.";
const NEAR_HINT =
  "Pick a drawing, or go on from a neighbour by a click. Near is what has a large cosine, the number below each: " +
  "of the pixels, or of the means of a layer's maps.";

/** The questions, with the answers that the data give. @param {any} facts @param {number[]} means */
export function questionsOf({ layers }, means) {
  const [first, last] = [layers[0], layers.at(-1)];
  const turn = (from, to) => 1 - Math.sign(to - from); // the place among TURNS
  const asked = [
    ["the side of a map?", turn(first.side, last.side)],
    ["the number of maps?", turn(first.channels, last.channels)],
    ["the share of drawings of the same class among a drawing's five nearest?", turn(means[0], means.at(-1))],
  ];
  return asked.map(([question, right]) => ({ question, choices: TURNS, right }));
}

class FeatureExplorerView extends View {
  constructor(model) {
    super(model, KEPT);
    this.facts = model.get("facts");
    this.data = atHand(model.get("maps"));
    this.means = meanSharing(model.get("near"), this.facts);
    Object.assign(this, { cell: null, hovered: null, urls: [], cards: [] });
    this.makeMaps(this.facts);
    this.drawings = new DrawingPicks(this.facts, (drawing) => this.set({ drawing }));
    this.neighbours = new Neighbours(this.facts, (drawing) => this.set({ drawing }));
    this.forecast = new Forecast(LEAD, questionsOf(this.facts, this.means), "Show the maps", () => this.begin());
    this.root = this.build();
    this.dress();
  }

  makeMaps({ photographs, layers }) {
    const pick = (at) => this.set({ photograph: photographs[at] });
    this.photos = new Picks("Which photograph", photographs.length, (at) => this.photoCard(at), pick);
    const names = layers.map(({ name }) => name);
    this.layers = new Choice("Which layer", names, (at) => this.set({ layer: names[at] }));
    this.maps = new MapPicks(layers[0].shown.length, (rank) => this.set({ rank }));
    const choose = (cell) => this.point({ cell, hovered: null }, true);
    this.overlay = new Overlay({ hover: (hovered) => this.point({ hovered }), choose });
    this.scale = new MapScale();
  }

  allowed({ photograph, layer, rank, mix, drawing }) {
    const { photographs, layers, labels } = this.facts;
    const within = (value, count) => Number.isInteger(value) && value >= 0 && value < count;
    const known = photographs.includes(photograph) && layers.some(({ name }) => name === layer);
    return known && within(rank, layers[0].shown.length) && within(mix, 101) && within(drawing, labels.length);
  }

  build() {
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    const all = h("code", { text: `python -m ${this.facts.source}` });
    const source = ["All of this was computed beforehand and kept to eight bits. ", all, " computes it anew."];
    const last = h("p", { class: "cnn-muted cnn-source" }, ...source);
    const parts = [this.forecast.root, this.aboutMaps(), this.aboutDrawings(), last, this.live];
    const frame = { class: "cnn-widget cnn-staged cnn-explorer", role: "group", "aria-label": "Feature explorer" };
    return h("div", frame, h("div", { class: "cnn-fit" }, ...parts));
  }

  aboutMaps() {
    const texts = ["answers", "layer", "map", "cell", "guess"];
    const kinds = ["cnn-muted cnn-answers", "cnn-of-layer", "cnn-statement", "cnn-of-cell", "cnn-muted"];
    this.told = Object.fromEntries(texts.map((name, at) => [name, h("p", { class: kinds[at] })]));
    const hint = h("p", { class: "cnn-muted cnn-hint", text: HINT });
    const top = h("div", { class: "cnn-row cnn-top cnn-controls" }, hint, this.againButton());
    const told = h("div", { class: "cnn-told" }, this.told.map, this.told.cell, this.told.guess);
    const choices = [this.photos.root, this.told.answers, this.layers.root, this.told.layer];
    return h("section", { class: "cnn-maps" }, top, ...choices, this.stage(), told);
  }

  aboutDrawings() {
    const mean = meanText(this.facts, this.means, chance(this.facts.labels, 5));
    this.near = { now: h("p", { class: "cnn-statement" }), mean: h("p", { class: "cnn-muted", text: mean }) };
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: NEAR_HINT });
    const told = h("div", { class: "cnn-told-near" }, this.near.now, this.near.mean);
    const title = h("div", { class: "cnn-title", text: "Near, by what the network sees" });
    return h("section", { class: "cnn-nearest" }, title, hint, this.drawings.root, this.neighbours.root, told);
  }

  photoCard(at) {
    const picture = h("span", { class: "cnn-photo", style: `--place: ${at}`, "aria-hidden": "true" });
    const bar = h("span", { class: "cnn-bar", "aria-hidden": "true" }, h("span"));
    const strength = h("span", { class: "cnn-strength" });
    this.cards[at] = { bar, strength };
    return [picture, h("span", { class: "cnn-name", text: this.facts.photographs[at] }), bar, strength];
  }

  stage() {
    const id = uniqueId("mix");
    const oninput = () => this.set({ mix: Number(this.mix.value) });
    this.mix = h("input", { type: "range", id, min: 0, max: 100, step: 5, oninput });
    const ends = [h("label", { for: id, text: "Photograph" }), h("span", { "aria-hidden": "true", text: "map" })];
    const mix = h("div", { class: "cnn-mix cnn-controls" }, ends[0], this.mix, ends[1]);
    const large = h("div", { class: "cnn-large" }, this.overlay.root, mix, this.scale.root);
    return h("div", { class: "cnn-stage" }, this.maps.root, large);
  }

  /** The pictures are files; the page shows them as it would any. */
  dress() {
    for (const name of ["photographs", "drawings"]) {
      const url = URL.createObjectURL(new Blob([this.model.get(name)], { type: "image/webp" }));
      this.urls.push(url);
      this.root.style.setProperty(`--${name}`, `url("${url}")`);
    }
    this.root.style.setProperty("--photograph-count", String(this.facts.photographs.length));
    this.root.style.setProperty("--tile-rows", String(Math.ceil(this.facts.labels.length / 20)));
  }

  leave() {
    clearTimeout(this.soon);
    for (const url of this.urls) URL.revokeObjectURL(url);
  }

  begin() {
    this.uncovered = true;
    this.keep();
    this.drawNow();
    this.layers.inputs.find(({ checked }) => checked).focus(); // the button that had the focus is gone
  }

  /** Where the reader is, by numbers. */
  where() {
    const { photograph, layer, rank } = this.read();
    const { photographs, layers } = this.facts;
    return { photograph: photographs.indexOf(photograph), layer: layers.findIndex(({ name }) => name === layer), rank };
  }

  draw() {
    const where = this.where();
    const of = JSON.stringify(where);
    if (this.of !== of) this.drawMaps(where);
    this.of = of;
    const { mix, drawing } = this.read();
    this.mix.value = String(mix);
    this.mix.setAttribute("aria-valuetext", `${mix} percent map`);
    this.root.style.setProperty("--mix", String(mix / 100));
    if (this.drawn !== drawing) this.drawNear(drawing);
    this.drawn = drawing;
    this.speak();
  }

  drawMaps(where) {
    const { facts, data } = this;
    const layer = facts.layers[where.layer];
    const limit = layer.limits[where.rank];
    const mapAt = (change) => mapOf(data, facts, { ...where, ...change });
    this.levels = mapAt({});
    const strengths = facts.photographs.map((_, photograph) => readMap(mapAt({ photograph }), limit).strength);
    const read = readMap(this.levels, limit);
    this.photos.show(where.photograph);
    this.showStrengths(strengths);
    this.layers.show(where.layer);
    this.maps.show(layer, layer.shown.map((_, rank) => mapAt({ rank })), where.rank);
    const channel = `Channel ${layer.shown[where.rank]} of ${layer.name}`;
    this.overlay.lay(layer, this.levels, `${channel} over the ${facts.photographs[where.photograph]}`);
    this.overlay.photo.style.setProperty("--place", String(where.photograph));
    const ends = [layer.signed ? valueText(-limit, limit) : null, "0", valueText(limit, limit)];
    this.scale.show(layer, ends.filter((text) => text !== null));
    this.told.layer.textContent = layerText(layer, facts.photographs);
    this.told.map.textContent = mapText(facts, where, read, strengths);
    this.told.answers.textContent = answersText(layer, where.rank);
    this.told.guess.textContent = guessText(facts, where.photograph);
    this.point({ cell: [Math.floor(read.at / layer.kept), read.at % layer.kept], hovered: null });
  }

  showStrengths(strengths) {
    const most = largest(strengths);
    strengths.forEach((strength, at) => {
      this.cards[at].bar.style.setProperty("--share", String(strengths[most] ? strength / strengths[most] : 0));
      this.cards[at].strength.textContent = numberText(strength, 3);
      this.photos.buttons[at].classList.toggle("cnn-strongest", at === most && strength > 0);
    });
  }

  /** Read a cell: the one below the pointer, else the chosen one. @param {boolean} [spoken] */
  point(cells, spoken = false) {
    Object.assign(this, cells);
    const { layer: place, rank } = this.where();
    const layer = this.facts.layers[place];
    const cell = this.hovered ?? this.cell;
    const level = this.levels[cell[0] * layer.kept + cell[1]];
    const window = this.overlay.read(cell, layer.field, layer.kept);
    this.scale.mark(level);
    this.told.cell.textContent = cellText(layer, rank, cell, (level * layer.limits[rank]) / STEPS, window);
    if (spoken) this.live.textContent = this.told.cell.textContent;
  }

  drawNear(drawing) {
    const counts = this.neighbours.show(this.model.get("near"), drawing);
    this.drawings.show(drawing);
    this.near.now.textContent = nearText(this.facts, drawing, counts);
  }

  /** What has changed is spoken, once it rests. */
  speak() {
    clearTimeout(this.soon);
    if (this.root.dataset.covered === "true") return;
    const now = [this.told.map.textContent, this.near.now.textContent];
    this.said ??= now;
    this.soon = setTimeout(() => {
      const changed = now.filter((text, at) => text !== this.said[at]);
      if (changed.length) this.live.textContent = changed.join(" ");
      this.said = now;
    }, 400);
  }
}

const show = renders(FeatureExplorerView, TRAITS);

/** The maps are unpacked first, so that the first drawing is whole; if others are handed in, all is built anew. */
async function render({ model, el }) {
  let [leave, due] = [() => {}, false];
  const mount = async () => {
    due = false;
    await unpacked(model.get("maps"));
    leave();
    leave = show({ model, el });
  };
  const stop = onTraits(model, GIVEN, () => {
    if (!due) queueMicrotask(mount);
    due = true;
  });
  await mount();
  return () => {
    stop();
    leave();
  };
}

export default { render };
