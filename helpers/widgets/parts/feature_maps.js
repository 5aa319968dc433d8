/** What the feature explorer reads: maps kept to eight bits, and the nearest neighbours of each drawing. */

/** Of the eight bits: from the value furthest from 0 down to 0. */
export const STEPS = 127;
export const PIXELS = 224; // rows and columns of a photograph

/**
 * @typedef {{name: string, channels: number, side: number, kept: number, shown: number[], limits: number[],
 *   field: number[], signed: boolean}} Layer `kept` is the side of its kept maps, `field` size, jump and beginning
 * @typedef {{photographs: string[], guesses: string[][], shares: number[][], layers: Layer[], spaces: string[],
 *   classes: string[], labels: number[], source: string}} Facts
 */

/** @type {WeakMap<DataView, Int8Array>} */
const held = new WeakMap();

/** Unpack what was gzipped, once. @param {DataView} view @returns {Promise<Int8Array>} */
export async function unpacked(view) {
  if (!held.has(view)) {
    const stream = new Blob([view]).stream().pipeThrough(new DecompressionStream("gzip"));
    held.set(view, new Int8Array(await new Response(stream).arrayBuffer()));
  }
  return held.get(view);
}

/** The same, if it has been unpacked before. @param {DataView} view @returns {Int8Array|undefined} */
export const atHand = (view) => held.get(view);

/**
 * One kept map, row by row.
 * @param {Int8Array} data @param {Facts} facts @param {{layer: number, photograph: number, rank: number}} where
 */
export function mapOf(data, { layers, photographs }, { layer, photograph, rank }) {
  const size = ({ kept, shown }) => kept ** 2 * shown.length * photographs.length;
  const before = layers.slice(0, layer).reduce((sum, one) => sum + size(one), 0);
  const { kept, shown } = layers[layer];
  const start = before + (photograph * shown.length + rank) * kept ** 2;
  return data.subarray(start, start + kept ** 2);
}

/**
 * The smallest and the largest value, how far they all are from 0 on average, where the first of those stands that are
 * furthest from 0, and how many they are.
 * @param {Int8Array} levels @param {number} limit
 */
export function readMap(levels, limit) {
  let [least, most, sum, at] = [levels[0], levels[0], 0, 0];
  for (let place = 0; place < levels.length; place += 1) {
    const level = levels[place];
    if (level < least) least = level;
    if (level > most) most = level;
    sum += Math.abs(level);
    if (Math.abs(level) > Math.abs(levels[at])) at = place;
  }
  const ties = levels.reduce((count, level) => count + (Math.abs(level) === Math.abs(levels[at])), 0);
  const value = (level) => (level * limit) / STEPS;
  return { least: value(least), most: value(most), strength: value(sum / levels.length), at, ties };
}

/** Which is the largest; of equal ones the first. @param {number[]} values */
export const largest = (values) => values.indexOf(Math.max(...values));

/**
 * What a cell reads of the photograph, along one axis, without the zeros beyond it.
 * @param {number[]} field size, jump and beginning @param {number} cell @returns {number[]} from, and to (not included)
 */
export function windowOf([size, jump, first], cell) {
  const from = first + cell * jump;
  return [Math.max(0, from), Math.min(PIXELS, from + size)];
}

/**
 * The nearest of a drawing in a space, the nearest first.
 * @param {DataView} near @param {Facts} facts @param {number} space @param {number} drawing
 * @returns {{drawing: number, cosine: number, same: boolean}[]}
 */
export function nearestOf(near, { spaces, labels }, space, drawing) {
  const count = near.byteLength / 3 / spaces.length / labels.length;
  const [all, start] = [spaces.length * labels.length * count, (space * labels.length + drawing) * count];
  return Array.from({ length: count }, (_, place) => {
    const other = near.getUint16(2 * (start + place), true);
    const cosine = near.getInt8(2 * all + start + place) / STEPS;
    return { drawing: other, cosine, same: labels[other] === labels[drawing] };
  });
}

/** How many of a drawing's nearest share its class. */
export const sharing = (nearest) => nearest.filter(({ same }) => same).length;

/** The same in each space, on average over all drawings. @returns {number[]} */
export function meanSharing(near, facts) {
  const of = (space, drawing) => sharing(nearestOf(near, facts, space, drawing));
  const mean = (space) => facts.labels.reduce((sum, _, drawing) => sum + of(space, drawing), 0) / facts.labels.length;
  return facts.spaces.map((_, space) => mean(space));
}

/** How many of so many drawn at random share a drawing's class, on average. @param {number[]} labels */
export function chance(labels, count) {
  const sizes = labels.map((label) => labels.filter((other) => other === label).length - 1);
  return (count * sizes.reduce((sum, size) => sum + size, 0)) / labels.length / (labels.length - 1);
}
