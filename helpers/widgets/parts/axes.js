/** Axes of a chart: where a value stands, from 0 to 1, and which values are written beside it. */

/** @typedef {{at: number, text: string}} Tick @typedef {{place: (value: number) => number, ticks: Tick[]}} Axis */

const RAISED = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

/** A power of ten, such as `10⁻³`. @param {number} exponent */
export const powerText = (exponent) => `10${[...String(exponent)].map((sign) => RAISED[sign]).join("")}`;

/** The smallest of 1, 2 and 5 times a power of ten with at most `most` such steps up to a length. */
export function niceStep(length, most) {
  const power = 10 ** Math.floor(Math.log10(length / most));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => length / step <= most * (1 + 1e-9));
}

/** From 0 to at least `most`. @param {number} most @param {(value: number) => string} text @returns {Axis} */
export function fromZero(most, text) {
  const step = niceStep(most || 1, 5);
  const count = Math.max(1, Math.ceil((most || 1) / step - 1e-9));
  const end = count * step;
  const ticks = Array.from({ length: count + 1 }, (_, i) => ({ at: i / count, text: text(Number((i * step).toPrecision(6))) }));
  return { place: (value) => Math.min(1, value / end), ticks };
}

/** A logarithmic axis over all positive values; a 0 stands on its foot. @param {number[]} values @returns {Axis} */
export function logarithmic(values) {
  const logs = values.filter((value) => value > 0).map((value) => Math.log10(value));
  const low = logs.length ? Math.floor(Math.min(...logs)) : 0;
  const high = Math.max(low + 1, logs.length ? Math.ceil(Math.max(...logs)) : 1);
  const step = Math.ceil((high - low) / 6);
  const exponents = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
  const place = (value) => (value > 0 ? (Math.log10(value) - low) / (high - low) : 0);
  return { place, ticks: exponents.map((exponent) => ({ at: place(10 ** exponent), text: powerText(exponent) })) };
}

/** Whole numbers that rise: if they are many, the first, the last, and round ones between. @param {number[]} values */
export function counted(values) {
  const [first, last] = [values[0], values[values.length - 1]];
  const place = (value) => (last === first ? 0 : (value - first) / (last - first));
  const step = values.length <= 10 ? 1 : Math.max(1, niceStep(last - first, 6));
  const isEnd = (value) => value === first || value === last;
  const isFree = (value) => Math.min(value - first, last - value) >= 0.6 * step;
  const told = values.filter((value) => isEnd(value) || (value % step === 0 && isFree(value)));
  return { place, ticks: told.map((value) => ({ at: place(value), text: String(value) })) };
}

/** Values side by side at even distances. @param {number[]} values @returns {Axis} */
export function even(values) {
  const place = (value) => values.indexOf(value) / Math.max(1, values.length - 1);
  return { place, ticks: values.map((value) => ({ at: place(value), text: String(value) })) };
}
