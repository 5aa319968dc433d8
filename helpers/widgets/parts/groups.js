/** What groups cost, exactly, and which channels they join: whole numbers and fractions only. */

/**
 * @typedef {{in_channels: number, out_channels: number, kernel: number, size: number, groups: number,
 *   separable: boolean}} Layer
 * @typedef {{in_channels: number, out_channels: number, kernel: number, groups: number}} Stage one convolution of it
 * @typedef {{over: number, under: number}} Fraction
 */

/** The largest number that divides both. */
export function commonDivisor(a, b) {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** All numbers of groups that these channels can be split into. @returns {number[]} */
export function groupCounts(inChannels, outChannels) {
  const most = commonDivisor(inChannels, outChannels);
  return Array.from({ length: most }, (_, at) => at + 1).filter((count) => most % count === 0);
}

/** The convolutions that a layer consists of: one, or a depthwise one and a 1×1 after it. @returns {Stage[]} */
export function stages({ in_channels, out_channels, kernel, groups, separable }) {
  if (!separable) return [{ in_channels, out_channels, kernel, groups }];
  return [
    { in_channels, out_channels: in_channels, kernel, groups: in_channels },
    { in_channels, out_channels, kernel: 1, groups: 1 },
  ];
}

/** The weights of one convolution, without biases. @param {Stage} stage */
export function weightsOf({ in_channels, out_channels, kernel, groups }) {
  return out_channels * (in_channels / groups) * kernel ** 2;
}

/** @param {number} over @param {number} under @returns {Fraction} in lowest terms */
export function reduced(over, under) {
  const common = commonDivisor(over, under);
  return { over: over / common, under: under / common };
}

/** What a layer costs beside the full convolution. @param {Layer} layer */
export function costs(layer) {
  const parts = stages(layer).map(weightsOf);
  const weights = parts.reduce((sum, part) => sum + part, 0);
  const full = weightsOf({ ...layer, groups: 1 });
  const cells = layer.size ** 2;
  return { parts, weights, macs: weights * cells, full, fullMacs: full * cells, ratio: reduced(weights, full) };
}

/** Which input channels an output channel reads: the first, and how many. @param {Stage} stage @param {number} channel */
export function readBy({ in_channels, out_channels, groups }, channel) {
  const count = in_channels / groups;
  return { first: Math.floor(channel / (out_channels / groups)) * count, count };
}
