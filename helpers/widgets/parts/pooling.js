/** Pooling a small map, without a page: which cells a window reads, which of them wins, and what a shift changes. */

/**
 * @typedef {{kind: string, window: number, stride: number, padding: number, count_include_pad: boolean}} Pooling
 * @typedef {{row: number, column: number, value: number|null}} Place a cell of a window; null beyond the map
 */

/** How many windows fit along an axis. @param {number} size @param {Pooling} pooling */
export function outSize(size, { window, stride, padding }) {
  return Math.floor((size + 2 * padding - window) / stride) + 1;
}

/** Moved down and to the right. @param {number[][]} rows @param {number[]} by @param {string} fill zeros or wrap */
export function shifted(rows, [down, right], fill) {
  const [height, width] = [rows.length, rows[0].length];
  const within = (at, size) => ((at % size) + size) % size;
  const from = (row, column) => {
    if (fill === "wrap") return rows[within(row, height)][within(column, width)];
    return rows[row]?.[column] ?? 0;
  };
  return rows.map((line, i) => line.map((_, j) => from(i - down, j - right)));
}

/** The cells of one window, row by row. @returns {Place[]} */
export function places(rows, i, j, { window, stride, padding }) {
  return Array.from({ length: window * window }, (_, at) => {
    const row = i * stride - padding + Math.floor(at / window);
    const column = j * stride - padding + (at % window);
    return { row, column, value: rows[row]?.[column] ?? null };
  });
}

/**
 * What one output cell is made of. Of equal largest numbers the first wins, as in PyTorch.
 * @returns {{places: Place[], value: number, winner: Place|null, ties: number, divisor: number}}
 */
export function poolCell(rows, i, j, pooling) {
  const all = places(rows, i, j, pooling);
  const real = all.filter(({ value }) => value !== null);
  if (pooling.kind === "max") {
    const winner = real.reduce((best, place) => (place.value > best.value ? place : best));
    const ties = real.filter(({ value }) => value === winner.value).length;
    return { places: all, value: winner.value, winner, ties, divisor: 1 };
  }
  const divisor = pooling.count_include_pad ? all.length : real.length;
  const value = real.reduce((sum, place) => sum + place.value, 0) / divisor;
  return { places: all, value, winner: null, ties: 0, divisor };
}

/** The largest and the sum of one window, and how many of its cells are on the map, without a list of them. */
function reduceWindow(rows, i, j, { window, stride, padding }) {
  const [top, left] = [i * stride - padding, j * stride - padding];
  let [largest, sum, count] = [-Infinity, 0, 0];
  for (let row = Math.max(0, top); row < Math.min(rows.length, top + window); row += 1) {
    for (let column = Math.max(0, left); column < Math.min(rows[0].length, left + window); column += 1) {
      const value = rows[row][column];
      if (value > largest) largest = value;
      sum += value;
      count += 1;
    }
  }
  return { largest, sum, count };
}

/** All of the output, as fast as a frame needs it. @param {number[][]} rows @param {Pooling} pooling */
export function pool(rows, pooling) {
  const [height, width] = [rows.length, rows[0].length].map((size) => outSize(size, pooling));
  const value = (i, j) => {
    const { largest, sum, count } = reduceWindow(rows, i, j, pooling);
    if (pooling.kind === "max") return largest;
    return sum / (pooling.count_include_pad ? pooling.window ** 2 : count);
  };
  return Array.from({ length: height }, (_, i) => Array.from({ length: width }, (_, j) => value(i, j)));
}

/** Which outputs are not what they were. @param {number[][]} before @param {number[][]} after @returns {boolean[]} */
export function changes(before, after) {
  const old = before.flat();
  return after.flat().map((value, at) => Math.abs(value - old[at]) > 1e-9);
}

/** After a shift by whole strides: how many outputs are what their neighbour was, and of how many. */
export function movedAlong(before, after, [down, right], stride) {
  const [rows, columns] = [down / stride, right / stride];
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || (rows === 0 && columns === 0)) return null;
  const pairs = after.flatMap((line, i) => line.map((value, j) => [value, before[i - rows]?.[j - columns]]));
  const inside = pairs.filter(([, old]) => old !== undefined);
  return { same: inside.filter(([value, old]) => Math.abs(value - old) <= 1e-9).length, of: inside.length };
}

/** How many windows read each cell of the map. @param {number} height @param {number} width @returns {number[]} */
export function readings(height, width, pooling) {
  const along = (size) => {
    const counts = Array(size).fill(0);
    for (let at = 0; at < outSize(size, pooling); at += 1) {
      const first = at * pooling.stride - pooling.padding;
      for (let cell = Math.max(0, first); cell < Math.min(size, first + pooling.window); cell += 1) counts[cell] += 1;
    }
    return counts;
  };
  const [down, across] = [along(height), along(width)];
  return down.flatMap((rows) => across.map((columns) => rows * columns));
}
