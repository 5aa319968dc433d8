/** Runs of plain and residual networks of several depths: unpacked, averaged, and compared. */

export const KINDS = ["plain", "residual"];
export const MEASURES = ["train_accuracy", "test_accuracy", "train_loss"];

/**
 * @typedef {{depths: number[], epochs: number[], moments: number[], seeds: number, blocks: number[]}} Layout
 * @typedef {number[][]} Runs one row for each seed
 */

/** How many numbers there are of such runs. @param {Layout} layout */
export function counts({ depths, epochs, moments, seeds, blocks }) {
  const curves = MEASURES.length * depths.length * epochs.length;
  return KINDS.length * seeds * (curves + moments.length * blocks.reduce((sum, count) => sum + count, 0));
}

/**
 * Read what Python packed.
 * @param {DataView} bytes float32 @param {Layout} layout
 * @returns {{curves: Record<string, Record<string, Runs[]>>, norms: Record<string, Runs[][]>}} curves by measure, kind
 *   and place of the depth; norms by kind, place of the depth and moment
 */
export function unpack(bytes, { depths, epochs, moments, seeds, blocks }) {
  let at = -4;
  const take = (count) => Array.from({ length: count }, () => bytes.getFloat32((at += 4), true));
  const rows = (count, make) => Array.from({ length: count }, make);
  const byKind = (make) => Object.fromEntries(KINDS.map((kind) => [kind, depths.map((_, place) => make(place))]));
  const curve = () => rows(seeds, () => take(epochs.length));
  const curves = Object.fromEntries(MEASURES.map((measure) => [measure, byKind(curve)]));
  const norms = byKind((place) => {
    const bySeed = rows(seeds, () => rows(moments.length, () => take(blocks[place])));
    return moments.map((_, moment) => bySeed.map((one) => one[moment]));
  });
  return { curves, norms };
}

/** What all runs hold at one place. @param {Runs} runs @param {number} at */
export const column = (runs, at) => runs.map((run) => run[at]);

/** @param {number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of the runs, place by place. @param {Runs} runs */
export const meanRun = (runs) => runs[0].map((_, at) => mean(column(runs, at)));

/**
 * How the runs of one network do beside those of another. Only where every run is on the same side is there a difference.
 * @param {string} measure @param {number[]} one @param {number[]} other
 * @returns {"better"|"worse"|"same"|"overlap"}
 */
export function compared(measure, one, other) {
  const [high, low] = measure === "train_loss" ? ["worse", "better"] : ["better", "worse"];
  if (Math.min(...one) > Math.max(...other)) return high;
  if (Math.max(...one) < Math.min(...other)) return low;
  return [...one, ...other].every((value) => value === one[0]) ? "same" : "overlap";
}

/** How many times as large as the last block's gradient the first block's is, for each run. @param {Runs} runs */
export const ratios = (runs) => runs.map((run) => run[0] / run[run.length - 1]);

/**
 * What the way from the last block back to the first does to a gradient.
 * @param {number[]} values of `ratios`
 * @returns {"much larger"|"larger"|"alike"|"smaller"|"much smaller"|"mixed"|"none"}
 */
export function grown(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!values.every((value) => value > 0 && Number.isFinite(value))) return "none";
  if (least > 10) return "much larger";
  if (most < 0.1) return "much smaller";
  if (least >= 0.5 && most <= 2) return "alike";
  if (least > 1) return "larger";
  return most < 1 ? "smaller" : "mixed";
}
