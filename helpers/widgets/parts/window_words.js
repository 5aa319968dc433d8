/** What a geometry says in words and numbers. */

import { cells, outSize, problem, source, taps, unread } from "./windows.js";
import { numberText } from "./written.js";

/** The formula in letters. @param {import("./windows.js").Geometry} g */
export function formulaInLetters({ padding }) {
  const room = padding[0] === padding[1] ? "2·p" : "p + p′";
  return `⌊(n + ${room} − d·(k − 1) − 1) / s⌋ + 1`;
}

/** The formula in numbers, step by step, or "" for a stride of 0. @param {import("./windows.js").Geometry} g */
export function formulaInNumbers({ size, kernel, stride, padding, dilation }) {
  if (stride < 1) return "";
  const [before, after] = padding;
  const room = before === after ? `2·${before}` : `${before} + ${after}`;
  const over = size + before + after - dilation * (kernel - 1) - 1;
  const whole = Math.floor(over / stride);
  const steps = [
    `⌊(${size} + ${room} − ${dilation}·(${kernel} − 1) − 1) / ${stride}⌋ + 1`,
    `⌊${numberText(over)} / ${stride}⌋ + 1`,
    `${numberText(whole)} + 1`,
    numberText(whole + 1),
  ];
  return steps.join(" = ");
}

/** Several columns, such as `columns 1, 2 and 3`; many evenly spaced ones as `columns 1, 3, … 9`. */
export function columnsText(columns) {
  if (columns.length === 1) return `column ${columns[0]}`;
  const step = columns[1] - columns[0];
  const even = columns.every((column, at) => column === columns[0] + at * step);
  if (even && columns.length > 6) return `columns ${columns[0]}, ${columns[1]}, … ${columns.at(-1)}`;
  return `columns ${listed(columns)}`;
}

function listed(items) {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** What no window reads, or why there is none. @param {import("./windows.js").Geometry} g */
export function verdict(g) {
  const trouble = problem(g);
  if (trouble) return trouble;
  const { left, columns, padding, between } = unread(g);
  const parts = [];
  if (!left) parts.push("The last window ends on the last cell: the floor drops nothing.");
  else {
    const told = [];
    if (columns.length) told.push(`${columnsText(columns)} of the input`);
    if (padding) told.push(cells(padding, "padding cell"));
    parts.push(`One more step would need ${cells(g.stride, "cell")}, and ${left === 1 ? "1 is" : `${left} are`} left.`);
    parts.push(`The floor drops ${told.join(" and ")}.`);
  }
  if (between.length) parts.push(`Besides, no tap ever meets ${columnsText(between)}.`);
  return parts.join(" ");
}

/** What one window reads. @param {import("./windows.js").Geometry} g @param {number} at */
export function readsText(g, at) {
  const read = taps(g, at);
  const inside = read.filter((column) => column >= 0 && column < g.size);
  const beyond = read.filter((column) => column < 0 || column >= g.size);
  const told = [];
  if (beyond.length) told.push(`${cells(beyond.length, "padding cell")}${copiedText(g, beyond)}`);
  if (inside.length) told.push(columnsText(inside));
  const start = `${at}·${g.stride} − ${g.padding[0]} = ${numberText(read[0])}`;
  return `Output ${at} begins at ${start} and reads ${told.join(" and ")}.`;
}

function copiedText(g, beyond) {
  if (g.mode === "zeros") return beyond.length === 1 ? " (a zero)" : " (zeros)";
  const from = beyond.map((column) => source(column, g.size, g.mode));
  const different = [...new Set(from)].sort((a, b) => a - b);
  return ` (${from.length === 1 ? "a copy" : "copies"} of ${columnsText(different)})`;
}

/** The layer of PyTorch that does the same along each axis. @param {import("./windows.js").Geometry} g */
export function torchLine(g) {
  const count = problem(g) ? "an error" : outSize(g);
  const options = `kernel_size=${g.kernel}, stride=${g.stride}, dilation=${g.dilation}`;
  if (g.padding[0] === g.padding[1]) {
    const border = g.mode === "zeros" ? "" : `, padding_mode="${g.mode}"`;
    return `nn.Conv2d(1, 1, ${options}, padding=${g.padding[0]}${border})   # ${g.size} → ${count}`;
  }
  const [before, after] = g.padding;
  const mode = g.mode === "zeros" ? "" : `, mode="${g.mode}"`;
  const pad = `F.pad(x, (${before}, ${after}, ${before}, ${after})${mode})`;
  return `nn.Conv2d(1, 1, ${options})(${pad})   # ${g.size} → ${count}`;
}
