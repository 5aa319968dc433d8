/** The pixel inspector: a picture, the numbers it is made of, and the colours they are shown in. */

import { Choice } from "./parts/choice.js";
import { css } from "./parts/colour.js";
import { h, onTraits } from "./parts/dom.js";
import { keep, recall } from "./parts/memory.js";
import { Neighbourhood } from "./parts/neighbourhood.js";
import { CHANNELS, around, channelOf, indices, meaning, painter, rangeOf, valueText, valuesAt } from "./parts/pixels.js";
import { Raster } from "./parts/raster.js";

const REACH = 2;
const KEPT = ["picture", "place", "show", "colours", "inverted", "stretched", "unit"];
const TRAITS = [...KEPT, "pictures", "pixels", "key"];
const LAMPS = ["#d62718", "#0b7a2f", "#2257e0"];
const SHOWS = { colour: "All three, as colour", red: "Red", green: "Green", blue: "Blue" };
const ONE = "one";
const COLOURS = { grey: "Grey", viridis: "Viridis" };
const HINT = "Point at a pixel to read it; click or tap to hold it; arrow keys move on, with Shift ten at a time.";

/** The values of a pixel in words, for who hears the widget. @param {number[]} values */
export function spoken(values, row, column, unit) {
  const names = values.length === 1 ? [""] : CHANNELS.map((name) => `${name} `);
  const told = values.map((value, at) => `${names[at]}${valueText(value, unit)}`).join(", ");
  return `Row ${row}, column ${column}: ${told}`;
}

class InspectorView {
  constructor(model, el) {
    Object.assign(this, { model, hovered: null, frame: 0, stale: true, news: "" });
    this.raster = new Raster({ hover: (place) => this.hover(place), choose: (place) => this.choose(place) });
    this.neighbourhood = new Neighbourhood(REACH);
    this.root = this.build();
    el.append(this.root);
    this.recall();
    this.draw();
  }

  recall() {
    const now = recall(this.model.get("key"), null)?.now;
    const picture = this.model.get("pictures").find(({ name }) => name === now?.picture);
    const inside = picture && now.place?.[0] < picture.height && now.place?.[1] < picture.width;
    if (inside && now.show in SHOWS && now.colours in COLOURS) this.set(now);
  }

  set(traits) {
    for (const [name, value] of Object.entries(traits)) this.model.set(name, value);
    this.model.save_changes();
    keep(this.model.get("key"), { now: Object.fromEntries(KEPT.map((name) => [name, this.model.get(name)])) });
  }

  build() {
    this.live = h("p", { class: "cnn-hidden", "aria-live": "polite" });
    this.title = h("div", { class: "cnn-at" });
    this.values = h("div", { class: "cnn-values" });
    this.meaning = h("p", { class: "cnn-meaning" });
    const caption = h("p", { class: "cnn-muted cnn-caption", text: "Magnified, with its numbers:" });
    const readout = h("div", { class: "cnn-readout" }, this.title, this.values, caption, this.neighbourhood.root);
    const hint = h("p", { class: "cnn-muted cnn-hint cnn-controls", text: HINT });
    const left = h("div", { class: "cnn-left" }, this.raster.root, this.bar(), this.meaning, hint);
    const stage = h("div", { class: "cnn-stage" }, left, readout);
    const frame = { class: "cnn-widget cnn-inspector", role: "group", "aria-label": "Pixel inspector" };
    return h("div", frame, this.controls(), stage, this.table(), this.live);
  }

  controls() {
    this.pictures = this.select("Picture", {}, (picture) => this.set({ picture, place: this.middle(picture) }));
    this.shows = this.select("Channels", SHOWS, (show) => this.tell({ show }));
    this.maps = this.select("Colour map", COLOURS, (colours) => this.tell({ colours }));
    this.scale = new Choice("Values", ["0 to 255 (uint8)", "0 to 1 (float)"], (at) => this.tell({ unit: at === 1 }));
    this.inverted = this.check("Dark is high (invert the colours)", (inverted) => this.tell({ inverted }));
    this.stretched = this.check("Stretch the colours", (stretched) => this.tell({ stretched }));
    this.shows.select.append(h("option", { value: ONE, text: "One: grey", hidden: true }));
    const selects = [this.pictures, this.shows, this.maps].map(({ label }) => label);
    const first = h("div", { class: "cnn-row cnn-top" }, ...selects);
    const second = h("div", { class: "cnn-row" }, this.inverted.label, this.stretched.label, this.scale.root);
    return h("div", { class: "cnn-controls" }, first, second);
  }

  select(name, titles, onchoose) {
    const select = h("select", { onchange: () => onchoose(select.value) }, ...options(titles));
    return { select, label: h("label", { class: "cnn-select" }, h("span", { text: name }), select) };
  }

  check(name, onchoose) {
    const input = h("input", { type: "checkbox", onchange: () => onchoose(input.checked) });
    return { input, label: h("label", { class: "cnn-check" }, input, name) };
  }

  bar() {
    this.strip = h("canvas", { width: 256, height: 1, "aria-hidden": "true" });
    this.here = h("span", { class: "cnn-here" });
    this.ticks = ["first", "last"].map(() => h("span"));
    const ticks = h("div", { class: "cnn-ticks", "aria-hidden": "true" }, ...this.ticks);
    this.scaleBar = h("div", { class: "cnn-bar cnn-colour-bar" }, h("div", { class: "cnn-strip" }, this.strip, this.here), ticks);
    return this.scaleBar;
  }

  table() {
    this.lines = Array.from({ length: 3 }, () => [h("code"), h("strong"), h("span"), h("span")]);
    const heads = ["read it as", "value", "shape", "when flattened"].map((text) => h("th", { scope: "col", text }));
    const rows = this.lines.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell))));
    const name = { class: "cnn-orders", role: "region", "aria-label": "The same number in three orders", tabindex: 0 };
    return h("div", name, h("table", {}, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...rows)));
  }

  middle(name) {
    const { height, width } = this.model.get("pictures").find((one) => one.name === name);
    return [height, width].map((size) => Math.floor(size / 2));
  }

  /** Change how the numbers are shown, and say what that means. */
  tell(traits) {
    this.set(traits);
    this.news = "meaning";
  }

  hover(place) {
    this.hovered = place;
    this.drawSoon(false);
  }

  choose(place) {
    this.hovered = null;
    this.news = "pixel";
    this.set({ place });
  }

  /** All that happens between two frames is drawn once. */
  drawSoon(stale) {
    this.stale ||= stale;
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  }

  draw() {
    this.frame = 0;
    const now = Object.fromEntries(TRAITS.map((name) => [name, this.model.get(name)]));
    if (this.stale) this.reckon(now);
    this.stale = false;
    const [row, column] = this.raster.clipped(this.hovered ?? now.place);
    this.read(now, row, column);
    if (this.news === "pixel") this.live.textContent = spoken(this.chosen, row, column, now.unit);
    else if (this.news === "meaning") this.live.textContent = this.meaning.textContent;
    this.news = "";
  }

  /** What depends on the picture and its colours, and not on the pixel that is read. */
  reckon({ pictures, pixels, picture, show, colours, inverted, stretched, unit }) {
    this.picture = pictures.find(({ name }) => name === picture) ?? pictures[0];
    this.channel = channelOf(this.picture, show);
    const all = this.channel < 0;
    const [low, high] = stretched && !all ? rangeOf(this.picture, pixels, this.channel) : [0, 255];
    this.look = { colours, inverted, low, high };
    this.colourOf = painter(this.look);
    const shown = (values) => this.colourOf(all || values.length === 1 ? values : [values[this.channel]]);
    this.raster.paint(this.picture, picture, (row, column) => shown(valuesAt(this.picture, pixels, row, column)));
    this.meaning.textContent = meaning(this.look, { allChannels: all, unit });
    this.drawBar(all, unit);
    this.label({ pictures, picture, show, colours, inverted, stretched, unit }, all);
  }

  drawBar(all, unit) {
    const { low, high } = this.look;
    const image = new ImageData(256, 1);
    for (let at = 0; at < 256; at += 1) image.data.set([...this.colourOf([low + ((high - low) * at) / 255]), 255], 4 * at);
    this.strip.getContext("2d").putImageData(image, 0, 0);
    this.ticks.forEach((tick, at) => (tick.textContent = valueText([low, high][at], unit)));
    this.scaleBar.dataset.off = String(all);
  }

  label({ pictures, picture, show, colours, inverted, stretched, unit }, all) {
    const names = Object.fromEntries(pictures.map(({ name }) => [name, name]));
    if (this.pictures.select.length !== pictures.length) this.pictures.select.replaceChildren(...options(names));
    const isGrey = this.picture.channels === 1;
    Object.assign(this.pictures.select, { value: picture });
    Object.assign(this.shows.select, { value: isGrey ? ONE : show, disabled: isGrey });
    Object.assign(this.maps.select, { value: colours, disabled: all });
    Object.assign(this.inverted.input, { checked: inverted });
    Object.assign(this.stretched.input, { checked: stretched, disabled: all });
    this.scale.show(Number(unit));
    this.root.dataset.channels = String(this.picture.channels);
  }

  read({ pixels, unit }, row, column) {
    const values = valuesAt(this.picture, pixels, row, column);
    const chosen = this.channel < 0 ? values : [values[this.channel]];
    this.chosen = chosen;
    this.title.textContent = `Row ${row}, column ${column}`;
    this.raster.outline(row, column, REACH);
    this.values.replaceChildren(...values.map((value, at) => this.value(value, at, values.length, unit)));
    const pixel = (one) => one && (this.channel < 0 ? one : [one[this.channel]]);
    const near = around(this.picture, pixels, row, column, REACH).map((line) => line.map(pixel));
    this.neighbourhood.show(row, column, near, this.colourOf, (value) => valueText(value, unit));
    const share = (chosen[0] - this.look.low) / Math.max(1, this.look.high - this.look.low);
    this.here.style.left = `${100 * share}%`;
    this.write(indices(this.picture, row, column, this.channel), chosen, unit);
  }

  value(value, at, count, unit) {
    const bar = h("span", { class: "cnn-level" }, h("span", {}));
    Object.assign(bar.firstChild.style, { width: `${(100 * value) / 255}%` });
    if (count > 1) bar.firstChild.style.background = LAMPS[at];
    const [byte, share] = [false, true].map((one) => h(one === unit ? "strong" : "span", { text: valueText(value, one) }));
    const exact = value % 51 === 0; // 255 = 5 · 51
    const both = h("span", { class: "cnn-both" }, byte, ` / 255 ${exact ? "=" : "≈"} `, share);
    const dim = this.channel >= 0 && this.channel !== at;
    const name = h("span", { text: count === 1 ? "grey" : CHANNELS[at] });
    return h("div", { class: dim ? "cnn-dim" : "" }, name, bar, both);
  }

  write(orders, chosen, unit) {
    const one = chosen.map((value) => valueText(value, unit)).join(", ");
    const value = chosen.length === 1 ? one : `[${one}]`;
    orders.forEach(({ code, shape, flat }, at) => {
      const texts = [code, value, shape, flat.map((place) => place.toLocaleString("en")).join(" · ")];
      texts.forEach((text, cell) => (this.lines[at][cell].textContent = text));
    });
  }
}

function options(titles) {
  return Object.entries(titles).map(([value, text]) => h("option", { value, text }));
}

export default {
  render({ model, el }) {
    const view = new InspectorView(model, el);
    const stop = onTraits(model, TRAITS, () => view.drawSoon(true));
    return () => {
      stop();
      cancelAnimationFrame(view.frame);
      view.root.remove();
    };
  },
};
