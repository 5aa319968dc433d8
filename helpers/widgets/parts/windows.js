/** Windows along one axis: how many fit, what each reads, what padding copies, what the floor drops. */

export const MODES = ["zeros", "reflect", "replicate", "circular"];

/**
 * @typedef {{size: number, kernel: number, stride: number, padding: number[], dilation: number, mode: string}} Geometry
 *   `padding` is how many cells stand before and after the input
 */

/** Cells from the first to the last that a window spans. @param {Geometry} g */
export const extent = (g) => g.dilation * (g.kernel - 1) + 1;

/** Cells of the input with its padding. @param {Geometry} g */
export const padded = (g) => g.padding[0] + g.size + g.padding[1];

/** How many windows fit, by the formula; 0 where there is none. @param {Geometry} g */
export function outSize(g) {
  if (g.stride < 1 || g.dilation < 1) return 0;
  return Math.max(0, Math.floor((padded(g) - extent(g)) / g.stride) + 1);
}

/**
 * The input's column of which a cell holds the value, or −1 for a zero.
 * @param {number} column counted from the input's first, so that padding before it has numbers below 0
 * @param {number} size @param {string} mode
 */
export function source(column, size, mode) {
  if (column >= 0 && column < size) return column;
  if (mode === "replicate") return column < 0 ? 0 : size - 1;
  if (mode === "circular") return ((column % size) + size) % size;
  if (mode === "reflect") return column < 0 ? -column : 2 * (size - 1) - column;
  return -1;
}

/** The columns that one window reads, padding in numbers below 0 or from `size` on. @param {Geometry} g */
export function taps(g, at) {
  return Array.from({ length: g.kernel }, (_, u) => at * g.stride + u * g.dilation - g.padding[0]);
}

/**
 * What no window reaches: at the far end, because the next window would not fit, and between windows or their taps.
 * @param {Geometry} g
 * @returns {{left: number, columns: number[], padding: number, between: number[]}} cells left over at the end, those
 *   of the input among them, how many are padding; and the input's columns elsewhere that are not read
 */
export function unread(g) {
  const count = outSize(g);
  if (!count) return { left: 0, columns: [], padding: 0, between: [] };
  const left = padded(g) - extent(g) - (count - 1) * g.stride;
  const padding = Math.min(left, g.padding[1]);
  const inside = left - padding;
  const columns = Array.from({ length: inside }, (_, at) => g.size - inside + at);
  const read = new Set();
  for (let at = 0; at < count; at += 1) for (const column of taps(g, at)) read.add(column);
  const between = Array.from({ length: g.size - inside }, (_, column) => column).filter((column) => !read.has(column));
  return { left, columns, padding, between };
}

/**
 * In how many rows the windows must be drawn so that none lies on another: window `at` goes to row `at % lanes`.
 * @param {Geometry} g
 */
export const lanes = (g) => Math.min(outSize(g), Math.ceil(extent(g) / Math.max(1, g.stride)));

/** Why a setting gives no output and what would, or "" where all is well. @param {Geometry} g */
export function problem(g) {
  if (g.stride < 1) return "A stride of 0 never leaves the first window. The smallest step is 1.";
  if (g.dilation < 1) {
    const so = "Dilation is the distance from tap to tap: a window without gaps has dilation 1, not 0.";
    return g.kernel > 1 ? `With dilation 0 all ${g.kernel} taps would read one cell. ${so}` : so;
  }
  const most = Math.max(...g.padding);
  if (g.mode === "reflect" && most >= g.size) {
    const can = `${cells(g.size, "column")} can give ${g.size - 1} at most on each side, and ${most} are asked for`;
    return `Reflecting leaves out the border’s own column: ${can}. Use less padding, or replicate.`;
  }
  if (g.mode === "circular" && most > g.size) {
    return `Going round once gives ${g.size} padding cells at most on each side, and ${most} are asked for. Use less.`;
  }
  return outSize(g) ? "" : doesNotFit(g);
}

function doesNotFit(g) {
  const short = Math.ceil((extent(g) - g.size) / 2);
  const window = `A kernel of ${g.kernel} with dilation ${g.dilation} spans ${cells(extent(g), "cell")}`;
  const room = `the input with its padding has only ${padded(g)}`;
  return `No window fits. ${window}; ${room}. Use padding ${short} or more, a smaller kernel or a larger input.`;
}

/** A number and its noun, such as `1 cell`, `2 cells`. */
export const cells = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
