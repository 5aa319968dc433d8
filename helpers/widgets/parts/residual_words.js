/** What a block does to a row of numbers, in words, formulas and PyTorch. */

import { numberText, termText } from "./written.js";

/** To three digits, and three decimals at most. @param {number} value */
const rounded = (value) => Math.round(1000 * Number(value.toPrecision(3))) / 1000;

/** A number as it stands under a bar. @param {number} value */
export const barText = (value) => numberText(rounded(value));

/**
 * How the number of each row came about at one place, in the order of the rows; the first, x, was given.
 * @param {{name: string, values: number[]}[]} rows @param {number} strength @param {number} at
 * @returns {string[]}
 */
export function formulas(rows, strength, at) {
  const x = rows[0].values;
  return rows.map(({ name, values }, row) => {
    const before = row ? rows[row - 1].values : x;
    const sign = rounded(values[at]) === values[at] ? "=" : "≈";
    const end = `${sign} ${barText(values[at])}`;
    if (name === "x") return `x[${at}] = ${barText(values[at])}`;
    if (name.startsWith("F")) return `${barText(strength)}·(${barText(before[at - 1] ?? 0)} − ${termText(before[at], 3)}) ${end}`;
    if (name.startsWith("x +")) return `${barText(x[at])} + ${termText(before[at], 3)} ${end}`;
    return `relu(${barText(before[at])}) ${end}`;
  });
}

const same = (one, other) => one.every((value, at) => Math.abs(value - other[at]) < 1e-9);

/** What one block did, and many. @param {number[]} x @param {number[]} out @param {number[]} last @param {number} blocks */
export function statement(x, out, last, blocks) {
  const then = blocks > 1 ? ` After ${blocks} blocks: ${manyText(x, last)}.` : "";
  return `${oneText(x, out)}.${then}`;
}

function oneText(x, out) {
  if (same(x, out)) return "One block hands its input on as it came";
  if (out.every((value) => value === 0)) return "One block leaves nothing of its input";
  const [higher, lower] = [1, -1].map((sign) => x.filter((value, at) => sign * (out[at] - value) > 1e-9).length);
  return `One block makes ${higher || "none"} of ${x.length} numbers larger and ${lower || "none"} smaller`;
}

function manyText(x, last) {
  if (same(x, last)) return "still as it came";
  if (last.every((value) => Math.abs(value) < 5e-4)) return "nothing is left";
  return `they reach from ${barText(Math.min(...last))} to ${barText(Math.max(...last))}`;
}

const SUMS = {
  none: "torch.relu(F(x))",
  after: "torch.relu(x + F(x))",
  before: "x + torch.relu(F(x))",
  preactivation: "x + F(torch.relu(x))",
};

/** The same in PyTorch. @param {number[]} x @param {number} strength @param {string} arrangement @param {number} blocks */
export function torchLines(x, strength, arrangement, blocks) {
  return [
    `x = torch.tensor([${x.map((value) => value.toFixed(1)).join(", ")}])`,
    `F = lambda x: ${strength} * (torch.cat([torch.zeros(1), x[:-1]]) - x)`,
    `for _ in range(${blocks}): x = ${SUMS[arrangement]}`,
  ].join("\n");
}
