/** The sliding dot product, without a page: nested arrays for numbers to read, typed arrays for photographs. */

/** The kernel turned by 180°. @param {number[][]} kernel @returns {number[][]} */
export function turned(kernel) {
  return kernel.map((row) => [...row].reverse()).reverse();
}

/**
 * What one output cell is made of.
 * @param {number[][]} image @param {number[][]} kernel @param {number} i @param {number} j the window's top left corner
 * @returns {{window: number[][], products: number[][], sum: number}}
 */
export function cell(image, kernel, i, j) {
  const window = kernel.map((row, u) => row.map((_, v) => image[i + u][j + v]));
  const products = kernel.map((row, u) => row.map((weight, v) => window[u][v] * weight));
  return { window, products, sum: products.flat().reduce((sum, product) => sum + product, 0) };
}

/**
 * Cross-correlation: `y[i][j] = Σ_u Σ_v image[i + u][j + v]·kernel[u][v]`, where the kernel lies wholly inside.
 * @param {number[][]} image @param {number[][]} kernel not larger than the image
 * @returns {number[][]}
 */
export function xcorr2d(image, kernel) {
  const rows = image.length - kernel.length + 1;
  const columns = image[0].length - kernel[0].length + 1;
  const row = (i) => Array.from({ length: columns }, (_, j) => cell(image, kernel, i, j).sum);
  return Array.from({ length: rows }, (_, i) => row(i));
}

/**
 * The same for a square image, as fast as a frame needs it: it fills `out` and makes nothing new.
 * @param {Float32Array} image side·side values @param {number} side
 * @param {number[]|Float32Array} kernel 9 weights, row by row
 * @param {Float32Array} out (side − 2)·(side − 2) values
 * @returns {Float32Array} `out`
 */
export function xcorr3x3(image, side, kernel, out) {
  const [a, b, c, d, e, f, g, h, i] = kernel;
  let at = 0;
  for (let row = 0; row < side - 2; row += 1) {
    let [top, middle, bottom] = [row * side, (row + 1) * side, (row + 2) * side];
    for (const end = top + side - 2; top < end; top += 1, middle += 1, bottom += 1, at += 1) {
      out[at] =
        a * image[top] + b * image[top + 1] + c * image[top + 2] +
        d * image[middle] + e * image[middle + 1] + f * image[middle + 2] +
        g * image[bottom] + h * image[bottom + 1] + i * image[bottom + 2];
    }
  }
  return out;
}

/** Replace what is below 0 by 0, in place. @param {Float32Array} values @returns {Float32Array} */
export function relu(values) {
  for (let at = 0; at < values.length; at += 1) if (values[at] < 0) values[at] = 0;
  return values;
}

/**
 * The furthest from 0 that a kernel can get on an image of values from 0 to 1: all of its positive weights, or all of
 * its negative ones.
 * @param {number[]} weights @returns {number}
 */
export function reach(weights) {
  const total = (sign) => weights.reduce((sum, weight) => sum + Math.max(0, sign * weight), 0);
  return Math.max(total(1), total(-1));
}

/** What is furthest from 0, and where. @param {Float32Array} values @returns {{at: number, value: number}} */
export function strongest(values) {
  let best = 0;
  for (let at = 1; at < values.length; at += 1) if (Math.abs(values[at]) > Math.abs(values[best])) best = at;
  return { at: best, value: values[best] };
}
