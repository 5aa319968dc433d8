/** What is seen of a map and of a drawing's neighbours, in sentences with their numbers. */

import { PIXELS } from "./feature_maps.js";
import { numberText } from "./written.js";

const countText = (count) => String(count).replace(/(\d)(\d{3})$/, "$1,$2");
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** No more decimals than 127 steps up to the limit hold. @param {number} value @param {number} limit */
export function valueText(value, limit) {
  const text = value.toFixed(limit < 12 ? 1 : 0);
  return (Number(text) === 0 ? "0" : text).replace("-", "−");
}

/** A part of the network within a sentence, such as `the head`. @param {string} name */
const partText = (name) => (["stem", "head"].includes(name) ? `the ${name}` : name);
/** @param {string} space */
export const by = (space) => `by ${partText(space)}`;

/** What a photograph is called in a sentence, such as `the cat`. */
const the = (name) => `the ${name}`;

/** @param {string[]} parts at least two @returns {string} such as `a, b and c` */
export const listed = (parts) => `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** Of a layer: how many maps it has, how large they are, and how the shown ones were chosen. */
export function layerText({ name, channels, side, kept, shown }, photographs) {
  const word = (count) => WORDS[count] ?? count;
  const numbers = `${countText(channels * side ** 2)} numbers`;
  const all = `${capital(name)}: ${countText(channels)} maps of ${side}×${side}, ${numbers}.`;
  const most = `whose values vary the most over all ${word(photographs.length)} photographs, the most varied first.`;
  const [each, size] = [`${side / kept}×${side / kept}`, `${kept}×${kept}`];
  const smaller = kept < side ? ` They are kept as ${size}: the mean of each ${each}.` : "";
  return `${all} Shown are the ${word(shown.length)} channels ${most}${smaller}`;
}

/** What the whole network takes a photograph for. */
export function guessText({ photographs, guesses, shares }, photograph) {
  const said = guesses[photograph].map((name, at) => `${name} ${shares[photograph][at].toFixed(2)}`);
  return `The whole network takes ${the(photographs[photograph])} for: ${said.join(", ")}.`;
}

/** Of one map: its values, and which photograph answers most strongly in this channel. */
export function mapText({ photographs, layers }, { layer, photograph, rank }, read, strengths) {
  const { name, shown, kept, limits } = layers[layer];
  const of = `${capital(name)}, channel ${shown[rank]}, on ${the(photographs[photograph])}`;
  const strongest = strongestText(photographs, photograph, strengths);
  if (read.least === 0 && read.most === 0) return `${of}: 0 everywhere. ${strongest}`;
  const [least, most] = [read.least, read.most].map((value) => valueText(value, limits[rank]));
  const others = read.ties > 1 ? ` and ${countText(read.ties - 1)} more` : "";
  const place = `row ${Math.floor(read.at / kept)}, column ${read.at % kept}${others}`;
  return `${of}: from ${least} to ${most}, furthest from 0 in ${place}. ${strongest}`;
}

/** What the photographs' bars are. */
export function answersText({ name, shown }, rank) {
  const channel = `channel ${shown[rank]} of ${partText(name)}`;
  return `Bars: how strongly each answers in ${channel}, as the mean distance of its cells from 0.`;
}

/** Which photograph answers most strongly: the one whose cells are furthest from 0 on average. */
export function strongestText(photographs, photograph, strengths) {
  const others = strengths.map((_, at) => at).filter((at) => at !== photograph);
  const best = others.reduce((one, other) => (strengths[other] > strengths[one] ? other : one));
  const [here, there] = [strengths[photograph], strengths[best]].map((strength) => numberText(strength, 3));
  const most = `Its cells are ${here} away from 0 on average`;
  const other = the(photographs[best]);
  if (strengths[photograph] === 0 && strengths[best] > 0) return `${capital(other)} answers most strongly: ${there}.`;
  if (strengths[photograph] === strengths[best]) return `${most}, as on ${other}.`;
  if (strengths[photograph] < strengths[best]) return `${most}; ${other} answers most strongly, with ${there}.`;
  return `${most}: no photograph answers more strongly. Next comes ${other}, with ${there}.`;
}

/** Of one cell: its value, and how much of the photograph it reads. @param {number[][]} window rows and columns */
export function cellText({ field: [size], limits, kept, side }, rank, [row, column], value, window) {
  const [height, width] = window.map(([from, to]) => to - from);
  const told = `Row ${row}, column ${column}: ${valueText(value, limits[rank])}.`;
  const reads = kept < side ? "Its four cells read" : "This cell reads";
  const all = `${reads} the outlined window of ${size}×${size} pixels`;
  if (height === PIXELS && width === PIXELS) return `${told} ${all}: the whole photograph, and zeros around it.`;
  const inside = height === size && width === size ? "" : `, ${height}×${width} of them in the photograph`;
  return `${told} ${all}${inside}.`;
}

/** How many of a drawing's nearest share its class, space by space. @param {number[]} counts */
export function nearText({ classes, labels, spaces }, drawing, counts) {
  const told = listed(counts.map((count, space) => `${count} ${by(spaces[space])}`));
  return `Of the five drawings nearest to this ${classes[labels[drawing]]}, so many share its class: ${told}.`;
}

/** The same on average. @param {number[]} means @param {number} drawnAtRandom */
export function meanText({ labels, spaces }, means, drawnAtRandom) {
  const told = listed(means.map((mean, space) => `${mean.toFixed(2)} ${by(spaces[space])}`));
  const random = `Of five drawn at random, ${drawnAtRandom.toFixed(2)} would.`;
  return `On average over all ${labels.length} drawings: ${told}. ${random}`;
}
