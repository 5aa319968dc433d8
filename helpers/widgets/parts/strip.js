/** One row of input cells with its padding, the windows below it, and the output cells below those. */

import { h } from "./dom.js";
import { makeStop, neighbour } from "./roving.js";
import { extent, lanes, outSize, padded, problem, source, taps, unread } from "./windows.js";

const UNIT = 28; // of the drawings, for one cell
const [ARCS, LANE, FUNNEL] = [34, 11, 20]; // their heights
const MOST_LANES = 15;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Keep as many elements in a parent as are needed; most stay, so that a slider costs little. */
function fit(parent, elements, count, make) {
  while (elements.length > count) elements.pop().remove();
  const added = Array.from({ length: count - elements.length }, (_, i) => make(elements.length + i));
  elements.push(...added);
  parent.append(...added);
}

/** Write an input cell's class, text and number where they have changed. */
function write(element, kind, text, number) {
  if (element.className !== kind) element.className = kind;
  const [letter, column] = element.children;
  if (letter.textContent !== text) letter.textContent = text;
  if (column.textContent !== number) column.textContent = number;
}

/** Whether all windows can be drawn at once. */
export const canShowAll = (g) => lanes(g) <= MOST_LANES;

export class Strip {
  /** @param {{focus: (at: number) => void, hover: (at: number|null) => void}} on */
  constructor(on) {
    Object.assign(this, { on, cells: [], outs: [], at: -1, shown: -1 });
    this.paths = Object.fromEntries(["arcs", "spans", "taps", "span", "tap", "funnel"].map((n) => [n, svg("path", {})]));
    for (const [name, path] of Object.entries(this.paths)) path.setAttribute("class", `cnn-${name}`);
    const { arcs, ...windows } = this.paths;
    this.arcs = svg("svg", { "aria-hidden": "true", class: "cnn-drawing" }, arcs);
    this.windows = svg("svg", { "aria-hidden": "true", class: "cnn-drawing" }, ...Object.values(windows));
    this.inputs = h("div", { class: "cnn-inputs", role: "img" });
    this.row = h("div", { role: "row" });
    this.outputs = h("div", { class: "cnn-outputs", role: "grid", "aria-label": "Output cells" }, this.row);
    this.track = h("div", { class: "cnn-track" }, this.arcs, this.inputs, this.windows, this.outputs);
    this.root = h("div", { class: "cnn-strip", tabindex: -1, role: "group", "aria-label": "Row of cells" }, this.track);
    this.listen();
  }

  listen() {
    const listen = (name, f) => this.track.addEventListener(name, f);
    listen("pointermove", (event) => event.pointerType === "mouse" && this.on.hover(this.below(event)));
    listen("pointerleave", () => this.on.hover(null));
    listen("click", (event) => this.count && this.outs[this.below(event)].focus({ preventScroll: true }));
    listen("focusin", (event) => this.outs.includes(event.target) && this.on.focus(this.outs.indexOf(event.target)));
    listen("keydown", (event) => this.key(event));
  }

  /** The window whose middle is nearest to the pointer. @param {PointerEvent} event @returns {number|null} */
  below(event) {
    if (!this.count) return null;
    const { left, width } = this.track.getBoundingClientRect();
    const cell = ((event.clientX - left) / width) * this.length - 0.5;
    const at = Math.round((cell - (extent(this.g) - 1) / 2) / this.g.stride);
    return Math.max(0, Math.min(this.count - 1, at));
  }

  key(event) {
    const at = this.outs.indexOf(event.target);
    if (at < 0) return;
    const to = { Home: 0, End: this.count - 1 }[event.key] ?? neighbour(at, 1, this.count, event.key);
    if (to < 0 && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (to >= 0) this.outs[to].focus({ preventScroll: true });
  }

  /** @param {import("./windows.js").Geometry} g @param {boolean} all whether to draw every window */
  show(g, all) {
    const sound = !problem(g);
    this.g = g;
    this.all = all && canShowAll(g);
    this.count = sound ? outSize(g) : 0;
    this.length = Math.max(padded(g), extent(g), 1);
    this.track.style.setProperty("--cells", String(this.length));
    this.showInputs();
    this.showOutputs();
    this.showArcs();
    this.showWindows();
  }

  showInputs() {
    const { g } = this;
    const dropped = unread(g);
    const between = new Set(dropped.between);
    const end = g.size + g.padding[1] - (this.count ? dropped.left : 0);
    fit(this.inputs, this.cells, padded(g), () => h("span", {}, h("span"), h("small")));
    const names = this.cells.map((element, place) => {
      const column = place - g.padding[0];
      const { text, number, kind } = this.cell(column);
      const never = column >= end ? "cnn-never cnn-floor" : between.has(column) ? "cnn-never" : "";
      write(element, `cnn-in ${kind} ${never}`, text, number);
      return `${text || number}${never ? " (not read)" : ""}`;
    });
    this.marked = [];
    this.inputs.setAttribute("aria-label", `Input with its padding: ${names.join(", ")}`);
  }

  /** What a cell shows: a letter where there are enough, and the number of its column or of the one it copies. */
  cell(column) {
    const { size, mode } = this.g;
    const letter = (at) => (size <= LETTERS.length ? LETTERS[at] : "");
    if (column >= 0 && column < size) return { text: letter(column), number: String(column), kind: "" };
    const from = source(column, size, mode);
    if (from < 0 && mode === "zeros") return { text: "0", number: "", kind: "cnn-pad" };
    if (from < 0 || from >= size) return { text: "?", number: "", kind: "cnn-pad" };
    return { text: letter(from), number: `=${from}`, kind: "cnn-pad" };
  }

  showOutputs() {
    const middle = (extent(this.g) - 1) / 2;
    fit(this.row, this.outs, this.count, (at) => {
      const narrow = at > 99 && "cnn-three-digits";
      return h("div", { role: "gridcell", class: narrow, "aria-label": `Output ${at}`, text: String(at) });
    });
    this.outs.forEach((cell, at) => {
      const place = at * this.g.stride + middle;
      if (cell.place !== place) cell.style.setProperty("--place", String(place));
      cell.place = place;
    });
    this.outs[this.shown]?.classList.remove("cnn-shown");
    this.outs[this.at]?.removeAttribute("aria-selected");
    this.outputs.hidden = !this.count;
    this.shown = this.at = -1;
  }

  /** From each padding cell to the one it copies. */
  showArcs() {
    const { size, padding, mode } = this.g;
    const lines = [];
    for (let column = -padding[0]; column < size + padding[1]; column += 1) {
      const from = source(column, size, mode);
      if (from === column || from < 0 || from >= size) continue;
      const [x, to] = [column, from].map((at) => (at + padding[0] + 0.5) * UNIT);
      const height = Math.min(ARCS - 2, 6 + 4 * Math.abs(column - from));
      lines.push(`M${x} ${ARCS}Q${(x + to) / 2} ${ARCS - 2 * height} ${to} ${ARCS}`);
    }
    this.arcs.setAttribute("viewBox", `0 0 ${this.length * UNIT} ${ARCS}`);
    this.paths.arcs.setAttribute("d", lines.join(""));
  }

  showWindows() {
    const count = this.all ? this.count : 0;
    this.rows = count ? lanes(this.g) : 1;
    const drawn = Array.from({ length: count }, (_, at) => this.window(at));
    this.windows.setAttribute("viewBox", `0 0 ${this.length * UNIT} ${this.rows * LANE + FUNNEL}`);
    this.paths.spans.setAttribute("d", drawn.map(({ span }) => span).join(""));
    this.paths.taps.setAttribute("d", drawn.map(({ tap }) => tap).join(""));
    const fits = this.count > 0;
    this.root.dataset.fits = String(fits);
    this.root.tabIndex = fits ? -1 : 0; // without output cells to walk along, the row itself is scrolled by keys
    const tooLong = outSize(this.g) === 0 && this.g.stride > 0 && this.g.dilation > 0;
    const lone = tooLong ? this.window(0) : { span: "", tap: "" };
    this.paths.span.setAttribute("d", lone.span);
    this.paths.tap.setAttribute("d", lone.tap);
    this.paths.funnel.setAttribute("d", "");
  }

  /** One window as paths: a line from its first to its last tap, and the taps. */
  window(at) {
    const { g } = this;
    const y = (at % this.rows) * LANE + LANE / 2;
    const xs = taps(g, at).map((column) => (column + g.padding[0]) * UNIT);
    const span = `M${xs[0] + 3} ${y}H${xs.at(-1) + UNIT - 3}`;
    return { span, tap: xs.map((x) => `M${x + 3} ${y - 3.5}h${UNIT - 6}v7h${6 - UNIT}z`).join("") };
  }

  /** @param {number} at where the keys stand @param {number} shown the window that is shown */
  mark(at, shown) {
    if (!this.count || (at === this.at && shown === this.shown)) return;
    if (at !== this.at) makeStop(this.outs, at);
    this.outs[this.shown]?.classList.remove("cnn-shown");
    this.outs[this.at]?.removeAttribute("aria-selected");
    this.outs[shown].classList.add("cnn-shown");
    this.outs[at].setAttribute("aria-selected", "true");
    Object.assign(this, { at, shown });
    for (const cell of this.marked) cell.classList.remove("cnn-tapped");
    this.marked = taps(this.g, shown).map((column) => this.cells[column + this.g.padding[0]]);
    for (const cell of this.marked) cell.classList.add("cnn-tapped");
    const { span, tap } = this.window(shown);
    this.paths.span.setAttribute("d", span);
    this.paths.tap.setAttribute("d", tap);
    this.paths.funnel.setAttribute("d", this.funnel(shown));
  }

  /** From a window down to its output cell. */
  funnel(at) {
    const left = at * this.g.stride * UNIT;
    const right = left + extent(this.g) * UNIT;
    const middle = (left + right) / 2;
    const top = (at % this.rows) * LANE + LANE;
    const bottom = this.rows * LANE + FUNNEL;
    return `M${left + 3} ${top}L${middle - UNIT / 2 + 2} ${bottom}H${middle + UNIT / 2 - 2}L${right - 3} ${top}z`;
  }

  /** Scroll the row, never the page, until a window is in sight. @param {number} at */
  reveal(at) {
    const unit = this.track.clientWidth / this.length;
    const [left, right] = [at * this.g.stride * unit, (at * this.g.stride + extent(this.g)) * unit];
    const { scrollLeft, clientWidth } = this.root;
    if (left < scrollLeft) this.root.scrollLeft = left - unit;
    else if (right > scrollLeft + clientWidth) this.root.scrollLeft = right - clientWidth + unit;
  }
}
