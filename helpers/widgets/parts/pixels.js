/** Pixels: their values, their places in an array, the numbers around them, and the colours they are shown in. */

import { grey, viridis } from "./colour.js";

export const CHANNELS = ["red", "green", "blue"];
const MAPS = { grey, viridis };

/**
 * One picture among the bytes of all.
 * @typedef {{name: string, height: number, width: number, channels: number, start: number}} Picture
 */

/** The values of one pixel: one, or red, green and blue. @param {Picture} picture @param {DataView} bytes */
export function valuesAt({ width, channels, start }, bytes, row, column) {
  const first = start + (row * width + column) * channels;
  return Array.from({ length: channels }, (_, channel) => bytes.getUint8(first + channel));
}

/** Which channel is looked at: its number, or −1 for all three at once. @param {Picture} picture */
export function channelOf({ channels }, show) {
  return channels === 1 ? 0 : CHANNELS.indexOf(show);
}

/**
 * The smallest and the largest value of a channel, or of all.
 * @param {Picture} picture @param {DataView} bytes @param {number} channel −1 for all
 * @returns {number[]}
 */
export function rangeOf({ height, width, channels, start }, bytes, channel) {
  let [low, high] = [255, 0];
  for (let at = Math.max(0, channel); at < height * width * channels; at += channel < 0 ? 1 : channels) {
    const value = bytes.getUint8(start + at);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * The pixels around one, as rows of values; null where the picture has ended.
 * @param {Picture} picture @param {DataView} bytes @param {number} reach how far to each side
 */
export function around(picture, bytes, row, column, reach) {
  const inside = (r, c) => r >= 0 && c >= 0 && r < picture.height && c < picture.width;
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  const at = (r, c) => (inside(r, c) ? valuesAt(picture, bytes, r, c) : null);
  return offsets.map((down) => offsets.map((right) => at(row + down, column + right)));
}

/**
 * How one pixel, or one of its channels, is read in each order of axes.
 * @param {Picture} picture @param {number} channel −1 for all
 * @returns {{code: string, shape: string, flat: number[]}[]} the index, the array's shape, the places when flattened
 */
export function indices({ height, width, channels }, row, column, channel) {
  const isGrey = channels === 1;
  const which = channel < 0 ? [...Array(channels).keys()] : [channel];
  const pixel = row * width + column;
  const last = channel < 0 ? "" : `, ${channel}`;
  const first = channel < 0 ? ":" : String(channel);
  const byChannel = which.map((c) => c * height * width + pixel);
  const tuple = (...sizes) => `(${sizes.join(", ")})`;
  const picture = isGrey
    ? { code: `hw[${row}, ${column}]`, shape: tuple(height, width), flat: [pixel] }
    : {
        code: `hwc[${row}, ${column}${last}]`,
        shape: tuple(height, width, channels),
        flat: which.map((c) => pixel * channels + c),
      };
  return [
    picture,
    { code: `chw[${first}, ${row}, ${column}]`, shape: tuple(channels, height, width), flat: byChannel },
    { code: `nchw[0, ${first}, ${row}, ${column}]`, shape: tuple(1, channels, height, width), flat: byChannel },
  ];
}

/** A value as it is written: a byte, or a share of 255 with three decimals. @param {number} value */
export function valueText(value, unit) {
  return unit ? (value / 255).toFixed(3) : String(value);
}

/**
 * How values become colours.
 * @param {{colours: string, inverted: boolean, low: number, high: number}} look colours run from low to high
 * @returns {(values: number[]) => number[]} takes one value, or three: then no colour map is asked
 */
export function painter({ colours, inverted, low, high }) {
  const share = (value) => (value - low) / Math.max(1, high - low);
  const turned = (value) => (inverted ? 1 - share(value) : share(value));
  return (values) =>
    values.length === 1 ? MAPS[colours](turned(values[0])) : values.map((value) => grey(turned(value))[0]);
}

/** What the colours mean, and what they do not. @returns {string} */
export function meaning({ colours, inverted, low, high }, { allChannels, unit }) {
  const [least, most] = [low, high].map((value) => valueText(value, unit));
  const stretched = low > 0 || high < 255;
  const limits = stretched ? `, the smallest and the largest number here` : "";
  const lie = " Only the colours changed: every number stands as it did.";
  if (allChannels) {
    if (!inverted) return "The three numbers of a pixel light three lamps: red, green and blue.";
    return `A negative: a number v lights its lamp as 255 − v would.${lie}`;
  }
  const ends = { grey: ["black", "white"], viridis: ["dark violet", "yellow"] }[colours];
  const [first, last] = inverted ? [...ends].reverse() : ends;
  const sense = inverted ? "Dark is high" : "Bright is high";
  const told = `${sense}: ${least} is shown ${first}, ${most} ${last}${limits}.`;
  return inverted || stretched || colours !== "grey" ? `${told}${lie}` : told;
}
