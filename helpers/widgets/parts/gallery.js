/** The playground's pictures by name, each made once, and what kernels make of them. */

import { xcorr3x3 } from "./arithmetic.js";
import { KERNELS } from "./kernels.js";
import { PICTURES, SIDE, fromBytes } from "./pictures.js";

export class Gallery {
  /** @param {any} model holds the photographs' bytes @param {Float32Array} drawing the reader's own, as it is drawn */
  constructor(model, drawing) {
    this.model = model;
    this.made = { drawing, file: new Float32Array(SIDE * SIDE) };
  }

  /** @param {string} name @returns {Float32Array} */
  picture(name) {
    this.made[name] ??= PICTURES[name]?.() ?? fromBytes(this.model.get(name));
    return this.made[name];
  }

  /** @param {string|Float32Array} picture @param {string} kernel @returns {Float32Array} */
  output(picture, kernel) {
    const values = typeof picture === "string" ? this.picture(picture) : picture;
    return xcorr3x3(values, SIDE, KERNELS[kernel], new Float32Array((SIDE - 2) ** 2));
  }
}
