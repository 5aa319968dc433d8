/** Colours by meaning, as in the book's figures: images are grey, signed values blue below 0 and red above it. */

/** Eleven even steps from −1 to +1: the same as ACTIVATION_STEPS of helpers/palette.py, which a test compares. */
export const SIGNED = [
  "#053061", "#2065ab", "#4393c3", "#90c4dd", "#d1e5f0", "#f7f6f6",
  "#fddbc7", "#f3a481", "#d6604d", "#b1182b", "#67001f",
];

/** Eleven even steps from 0 to 1: PROBABILITY_STEPS of helpers/palette.py. */
export const VIRIDIS = [
  "#440154", "#482475", "#414487", "#355f8d", "#2a788e", "#21918c",
  "#22a884", "#44bf70", "#7ad151", "#bddf26", "#fde725",
];

const parsed = (steps) => steps.map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
const [SIGNED_STEPS, VIRIDIS_STEPS] = [SIGNED, VIRIDIS].map(parsed);

/** The colour between the steps. @param {number[][]} steps @param {number} share 0 to 1, beyond that cut off */
function between(steps, share) {
  const place = Math.max(0, Math.min(1, share)) * (steps.length - 1);
  const low = Math.min(Math.floor(place), steps.length - 2);
  return steps[low].map((from, at) => Math.round(from + (steps[low + 1][at] - from) * (place - low)));
}

/** The colour of a signed value. @param {number} share −1 to 1, beyond that cut off @returns {number[]} */
export function signed(share) {
  return between(SIGNED_STEPS, (share + 1) / 2);
}

/** The colour of a probability. @param {number} share 0 to 1, beyond that cut off @returns {number[]} */
export function viridis(share) {
  return between(VIRIDIS_STEPS, share);
}

/** The colour of a pixel of an image. @param {number} value 0 (black) to 1 (white) @returns {number[]} */
export function grey(value) {
  return Array(3).fill(Math.round(255 * Math.max(0, Math.min(1, value))));
}

/** The colour of a picture that was sharpened or the like: grey, but blue below 0 and red above 1. */
export function overshooting(value) {
  if (value < -0.002) return signed(-0.5);
  return value > 1.002 ? signed(0.5) : grey(value);
}

/** @param {number[]} colour @returns {string} */
export function css(colour) {
  return `rgb(${colour.join(" ")})`;
}

/** Black or white, whichever is the better to read on a colour. @param {number[]} colour @returns {string} */
export function inkOn(colour) {
  const [r, g, b] = colour.map((part) => (part <= 10 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff";
}

const SIZE = 256;

/**
 * A table of 256 colours, as 32-bit pixels, so that a frame has nothing to reckon but an index.
 * @param {(value: number) => number[]} colourOf @param {number} low @param {number} high
 * @returns {{low: number, high: number, pixels: Uint32Array}}
 */
export function makeTable(colourOf, low, high) {
  const bytes = new Uint8ClampedArray(4 * SIZE);
  for (let at = 0; at < SIZE; at += 1) {
    bytes.set([...colourOf(low + ((high - low) * at) / (SIZE - 1)), 255], 4 * at);
  }
  return { low, high, pixels: new Uint32Array(bytes.buffer) };
}

/**
 * Colour values through a table.
 * @param {Float32Array} values @param {{low: number, high: number, pixels: Uint32Array}} table
 * @param {Uint32Array} out as many pixels
 */
export function colourAll(values, { low, high, pixels }, out) {
  const scale = high > low ? (SIZE - 1) / (high - low) : 0;
  for (let at = 0; at < values.length; at += 1) {
    const index = (values[at] - low) * scale + 0.5;
    out[at] = pixels[index < 0 ? 0 : index >= SIZE ? SIZE - 1 : index | 0];
  }
}
