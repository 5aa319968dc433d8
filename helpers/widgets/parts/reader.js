/** The output as a screen to read pixel by pixel: by pointer, by arrow keys, or by a click that stays. */

import { Screen } from "./screen.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Reader {
  /** @param {number} side @param {(spoken: boolean) => void} onread */
  constructor(side, onread) {
    Object.assign(this, { side, onread, hovered: null, chosen: null, shown: 0 });
    this.screen = new Screen(side, {
      tabindex: 0,
      role: "application",
      "aria-roledescription": "image to read",
      "aria-label": `Output, ${side} by ${side} values. Arrow keys read it, with Shift ten pixels at a time.`,
      onpointermove: (event) => this.hover(this.screen.pixelAt(event)),
      onpointerleave: () => this.hover(null),
      onclick: (event) => this.choose(this.screen.pixelAt(event)),
      onkeydown: (event) => this.key(event),
    });
    this.root = this.screen.root;
  }

  /** Where to read: below the pointer, else what was chosen, else what the caller finds. @param {number} otherwise */
  at(otherwise) {
    this.shown = this.hovered ?? this.chosen ?? otherwise;
    return this.shown;
  }

  /** @param {number[]|null} place row and column, cut off at the border */
  hover(place) {
    this.hovered = place && this.index(place);
    this.onread(false);
  }

  choose(place) {
    const at = this.index(place);
    this.chosen = this.chosen === at ? null : at;
    this.onread(true);
  }

  key(event) {
    const step = STEPS[event.key];
    if (!step && event.key !== "Escape") return;
    event.preventDefault();
    const size = event.shiftKey ? 10 : 1;
    const from = [Math.floor(this.shown / this.side), this.shown % this.side];
    this.hovered = null;
    this.chosen = step ? this.index(from.map((at, axis) => at + size * step[axis])) : null;
    this.onread(true);
  }

  index(place) {
    const [row, column] = place.map((at) => Math.max(0, Math.min(this.side - 1, at)));
    return row * this.side + column;
  }
}
