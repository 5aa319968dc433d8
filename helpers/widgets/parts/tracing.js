/** What a cell of a deep map sees along one axis: by recurrence, and cell by cell through every layer. */

/** @typedef {[kind: string, kernel: number, stride: number, padding: number, dilation: number]} Layer */

/**
 * What a cell of each map sees, the input's own first. Cell i sees from `first + i·jump` on, `size` cells.
 * @param {Layer[]} layers
 */
export function fields(layers) {
  const all = [{ size: 1, jump: 1, first: 0 }];
  for (const [, kernel, stride, padding, dilation] of layers) {
    const { size, jump, first } = all[all.length - 1];
    all.push({ size: size + dilation * (kernel - 1) * jump, jump: jump * stride, first: first - padding * jump });
  }
  return all;
}

/** Cells of each map, the input first; 0 from the first layer on that does not fit. @param {Layer[]} layers */
export function mapSizes(layers, size) {
  const all = [size];
  for (const [, kernel, stride, padding, dilation] of layers) {
    const room = all[all.length - 1] + 2 * padding - dilation * (kernel - 1) - 1;
    all.push(room < 0 || !all[all.length - 1] ? 0 : Math.floor(room / stride) + 1);
  }
  return all;
}

/** The cells of the map above that one cell reads, those of the padding below 0 or beyond the map. @param {Layer} layer */
export function reads([, kernel, stride, padding, dilation], cell) {
  return Array.from({ length: kernel }, (_, u) => cell * stride + u * dilation - padding);
}

/**
 * Follow one cell of the last map up to the input.
 * @param {Layer[]} layers @param {number} size cells of the input @param {number} cell
 * @returns {{first: number, last: number, inside: Map<number, number>, padding: Map<number, number>}[]} for each map,
 *   the input first: from where to where the cell sees, the cells met, and those of the padding, with how many paths
 *   lead to each; no path leads on from the padding
 */
export function trace(layers, size, cell) {
  const sizes = mapSizes(layers, size);
  const levels = [{ first: cell, last: cell, inside: new Map([[cell, 1]]), padding: new Map() }];
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    const [above, layer] = [levels[0], layers[at]];
    const level = { first: reads(layer, above.first)[0], last: 0, inside: new Map(), padding: new Map() };
    level.last = reads(layer, above.last)[layer[1] - 1];
    for (const [from, paths] of above.inside) {
      for (const to of reads(layer, from)) {
        const met = to >= 0 && to < sizes[at] ? level.inside : level.padding;
        met.set(to, (met.get(to) ?? 0) + paths);
      }
    }
    levels.unshift(level);
  }
  return levels;
}

/** Why layers cannot be, and what would do, or "". @param {Layer[]} layers @param {number} size */
export function problem(layers, size) {
  const sizes = mapSizes(layers, size);
  const at = layers.findIndex(([kind, kernel, , padding, dilation], place) => {
    return sizes[place + 1] < 1 || (kind === "pool" && 2 * padding > dilation * (kernel - 1) + 1);
  });
  if (at < 0) return "";
  const [, kernel, , padding, dilation] = layers[at];
  if (sizes[at + 1] < 1) {
    const room = sizes[at] + 2 * padding;
    const spans = `layer ${at + 1}’s window would span ${dilation * (kernel - 1) + 1} cells, and has ${room} to lie on`;
    return `Not changed: ${spans}. Make the input larger first, or a window smaller.`;
  }
  return `Not changed: layer ${at + 1} would pool windows that may lie in the padding. Pad by half a window at most.`;
}
