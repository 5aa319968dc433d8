/** The two networks that read a digit: the same kinds of layers up to the head, each with weights of its own. */

export const SIDE = 16;
export const DIGIT_SIDE = 8;
export const CLASSES = 10;
const CHANNELS = [1, 8, 16];
export const MAPS = CHANNELS[2];
const POOLED = SIDE / 2;
/** How many numbers each head reads. */
export const READS = { flatten: MAPS * POOLED ** 2, global_pool: MAPS };
export const HEADS = Object.keys(READS);
/** From so far inside a map on, no window has seen a zero beyond the border. */
const MARGIN = 2;

/** A number of float16. @param {number} bits */
export function fromHalf(bits) {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/**
 * The weights of both networks, as `helpers/measured/digit_nets.npz` holds them: layer by layer, weight before bias.
 * @param {DataView} view float16, little-endian
 * @returns {Record<string, Float32Array[]>}
 */
export function unpack(view) {
  let at = 0;
  const take = (count) => Float32Array.from({ length: count }, () => fromHalf(view.getUint16(2 * at++, true)));
  const layer = (inputs, outputs) => [take(inputs * outputs), take(outputs)];
  const net = (reads) => [
    ...layer(9 * CHANNELS[0], CHANNELS[1]), ...layer(9 * CHANNELS[1], CHANNELS[2]), ...layer(reads, CLASSES),
  ];
  return Object.fromEntries(HEADS.map((head) => [head, net(READS[head])]));
}

/** Add to a map what one channel gives under a 3×3 kernel, with zeros beyond the border. */
function addChannel(out, start, x, channel, weights, from) {
  for (let at = 0; at < 9; at += 1) {
    const [down, right] = [Math.floor(at / 3) - 1, (at % 3) - 1];
    const weight = weights[from + at];
    const [top, bottom] = [Math.max(0, -down), SIDE - Math.max(0, down)];
    const [left, end] = [Math.max(0, -right), SIDE - Math.max(0, right)];
    for (let row = top; row < bottom; row += 1) {
      const to = start + row * SIDE;
      const source = (channel * SIDE + row + down) * SIDE + right;
      for (let column = left; column < end; column += 1) out[to + column] += weight * x[source + column];
    }
  }
}

/** A 3×3 convolution padded by 1, then ReLU. @param {Float64Array} x channel by channel @returns {Float64Array} */
export function convRelu(x, weights, bias) {
  const [cells, channels] = [SIDE ** 2, x.length / SIDE ** 2];
  const out = new Float64Array(bias.length * cells);
  bias.forEach((value, map) => {
    out.fill(value, map * cells, (map + 1) * cells);
    for (let channel = 0; channel < channels; channel += 1) {
      addChannel(out, map * cells, x, channel, weights, 9 * (map * channels + channel));
    }
  });
  for (let at = 0; at < out.length; at += 1) if (out[at] < 0) out[at] = 0;
  return out;
}

/** The largest of each 2×2 window, map by map. @param {Float64Array} maps */
export function pooled(maps) {
  const out = new Float64Array(maps.length / 4);
  for (let at = 0; at < out.length; at += 1) {
    const from = 2 * SIDE * Math.floor(at / POOLED) + 2 * (at % POOLED);
    out[at] = Math.max(maps[from], maps[from + 1], maps[from + SIDE], maps[from + SIDE + 1]);
  }
  return out;
}

/** Where in each map its largest number stands; of equal ones the first. @param {Float64Array} maps */
export function peaks(maps) {
  return Array.from({ length: MAPS }, (_, map) => {
    const start = map * SIDE ** 2;
    let at = start;
    for (let place = start; place < start + SIDE ** 2; place += 1) if (maps[place] > maps[at]) at = place;
    return { row: Math.floor(at / SIDE) % SIDE, column: at % SIDE, value: maps[at] };
  });
}

/** @param {number[]} logits @returns {number[]} probabilities */
export function softmax(logits) {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * Run a network on a canvas.
 * @param {string} head one of HEADS @param {Float32Array[]} weights @param {Float64Array} canvas row by row
 */
export function run(head, [k1, b1, k2, b2, dense, bias], canvas) {
  const maps = convRelu(convRelu(canvas, k1, b1), k2, b2);
  const found = peaks(maps);
  const read = head === "flatten" ? pooled(maps) : Float64Array.from(found, ({ value }) => value);
  const logits = Array.from(bias, (start, digit) => {
    const row = dense.subarray(digit * read.length, (digit + 1) * read.length);
    return row.reduce((sum, weight, at) => sum + weight * read[at], start);
  });
  const probabilities = softmax(logits);
  return { maps, peaks: found, logits, probabilities, says: logits.indexOf(Math.max(...logits)) };
}

/** A digit on its canvas. @param {ArrayLike<number>} digit 64 values @param {number[]} shift rows down, columns right */
export function onCanvas(digit, [down, right]) {
  const canvas = new Float64Array(SIDE ** 2);
  const [top, left] = [down, right].map((by) => (SIDE - DIGIT_SIDE) / 2 + by);
  Array.from(digit).forEach((value, at) => {
    canvas[(top + Math.floor(at / DIGIT_SIDE)) * SIDE + left + (at % DIGIT_SIDE)] = value;
  });
  return canvas;
}

/** Of the numbers that saw no border before or after a shift, how many moved along with it. */
export function movedAlong(before, after, [down, right]) {
  const ends = (by) => [MARGIN - Math.min(0, by), SIDE - MARGIN - Math.max(0, by)];
  const [[top, bottom], [left, end]] = [ends(down), ends(right)];
  let [same, of] = [0, 0];
  for (let line = 0; line < before.length / SIDE; line += 1) {
    if (line % SIDE < top || line % SIDE >= bottom) continue;
    for (let at = line * SIDE + left; at < line * SIDE + end; at += 1) {
      of += 1;
      if (after[at + down * SIDE + right] === before[at]) same += 1;
    }
  }
  return { same, of };
}

/** The largest difference between two lists. @param {number[]} a @param {number[]} b */
export function largestChange(a, b) {
  return Math.max(...a.map((value, at) => Math.abs(value - b[at])));
}
