/** What is seen in the pooling laboratory, in formulas and sentences. */

import { outSize } from "./pooling.js";
import { isExact, numberText, termText } from "./written.js";

/** The formula of one cell, such as `max(1, 2, 5, 6) = 6` or `(1 + 2 + 5 + 6) / 4 = 3.5`. */
export function poolingText({ places: all, value, divisor }, { kind, count_include_pad: counted }) {
  const real = all.filter((place) => place.value !== null).map((place) => place.value);
  const sign = (values) => (isExact(values) ? "=" : "≈");
  const write = (place) => (place.value === null ? "−∞" : numberText(place.value));
  if (kind === "max") return `max(${all.map(write).join(", ")}) ${sign([value])} ${numberText(value)}`;
  const terms = counted ? all.map((place) => place.value ?? 0) : real;
  const sum = terms.map((term, at) => (at === 0 ? numberText(term) : termText(term))).join(" + ");
  return `${terms.length > 1 ? `(${sum})` : sum} / ${divisor} ${sign([...real, value])} ${numberText(value)}`;
}

/** Such as `1 down and 2 to the left`. @param {number[]} by */
export function shiftText([down, right]) {
  const parts = [
    down === 0 ? "" : `${Math.abs(down)} ${down > 0 ? "down" : "up"}`,
    right === 0 ? "" : `${Math.abs(right)} to the ${right > 0 ? "right" : "left"}`,
  ];
  return parts.filter(Boolean).join(" and ");
}

/** The line of PyTorch that says the same, and its shapes. @param {number[][]} rows @param {Pooling} pooling */
export function torchLine(rows, pooling) {
  const { kind, window, stride, padding } = pooling;
  const sizes = [rows.length, rows[0].length];
  const shapes = [sizes, sizes.map((size) => outSize(size, pooling))].map((shape) => `(1, 1, ${shape.join(", ")})`);
  const name = kind === "max" ? "max_pool2d" : "avg_pool2d";
  const whole = kind === "max" || pooling.count_include_pad ? "" : ", count_include_pad=False";
  const line = `F.${name}(x[None, None], ${window}, stride=${stride}, padding=${padding}${whole})`;
  return `${line}\n# shapes: ${shapes.join(" → ")}`;
}

/** How the windows lie. @param {number[]} reads how many windows read each cell */
export function windowsText({ window, stride }, reads) {
  const [shared, unread] = [(count) => count > 1, (count) => count === 0].map((test) => reads.filter(test).length);
  const lie = stride < window ? "overlap" : stride === window ? "lie side by side" : "leave gaps";
  const parts = [`Windows of ${window} × ${window} at stride ${stride} ${lie}.`];
  if (shared) parts.push(`${shared} of ${reads.length} cells are read more than once (tinted).`);
  if (unread) parts.push(`${unread} of ${reads.length} cells are read by no window (dotted).`);
  return parts.join(" ");
}

/** What else there is to say of one cell. @param {number|null} old what it was before the shift, if it changed */
export function noteText({ places, value, ties, divisor }, { kind, window, padding }, old) {
  const parts = [];
  if (ties > 1) parts.push(`${numberText(value)} stands there ${ties} times; the first wins.`);
  if (kind === "average" && divisor < places.length) parts.push("Padded cells are not counted.");
  else if (kind === "average" && padding > 0) parts.push(`Padded cells count as 0: always divided by ${window ** 2}.`);
  if (old !== null) parts.push(`Before the shift it was ${numberText(old)}.`);
  return parts.join(" ") || "\u00a0";
}

/**
 * How many outputs are not what they were, and what has become of them.
 * @param {{shift: number[], changed: boolean[], blank: number, along: {same: number, of: number}|null}} seen `blank`
 *   are 0 before and after
 */
export function changesText({ shift, changed, blank, along }) {
  if (!shiftText(shift)) return "Not shifted. Shift the map by one pixel: how many outputs change?";
  const count = `${changed.filter(Boolean).length} of ${changed.length} outputs changed`;
  const without = blank ? `; ${blank} are 0 before and after` : "";
  const text = `Shifted ${shiftText(shift)}: ${count}${without}.`;
  if (!along) return text;
  return `${text} By whole strides the outputs move along: ${along.same} of ${along.of} are what their neighbour was.`;
}

/** @param {{maps: number, changed: number, total: number}} tally */
export function tallyText({ maps, changed, total }) {
  const percent = numberText((100 * changed) / total, 3);
  return `Over ${maps} random map${maps > 1 ? "s" : ""}: ${changed} of ${total} outputs changed, ${percent} %.`;
}
