/** A block on a row of numbers: F compares each with its left neighbour, and four ways to bring F and the input together. */

/** What is computed from x, one step after the other; each reads rows that stand above it. */
export const ARRANGEMENTS = {
  none: ["F(x)", "relu(F(x))"],
  after: ["F(x)", "x + F(x)", "relu(x + F(x))"],
  before: ["F(x)", "relu(F(x))", "x + relu(F(x))"],
  preactivation: ["relu(x)", "F(relu(x))", "x + F(relu(x))"],
};

/** A number if it is above 0, else 0. @param {number} value */
export const relu = (value) => Math.max(0, value);

/** strength·(left neighbour − own value), with 0 beyond the left end. @param {number[]} x @param {number} strength */
export function branch(x, strength) {
  return x.map((value, at) => strength * ((x[at - 1] ?? 0) - value) || 0); // never −0
}

/**
 * All rows of one block.
 * @param {number[]} x @param {number} strength @param {keyof typeof ARRANGEMENTS} arrangement
 * @returns {{name: string, values: number[]}[]} from x to what comes out
 */
export function block(x, strength, arrangement) {
  const add = (values) => values.map((value, at) => x[at] + value);
  const known = { x };
  known["relu(x)"] = x.map(relu);
  known["F(x)"] = branch(x, strength);
  known["relu(F(x))"] = known["F(x)"].map(relu);
  known["F(relu(x))"] = branch(known["relu(x)"], strength);
  known["x + F(x)"] = add(known["F(x)"]);
  known["relu(x + F(x))"] = known["x + F(x)"].map(relu);
  known["x + relu(F(x))"] = add(known["relu(F(x))"]);
  known["x + F(relu(x))"] = add(known["F(relu(x))"]);
  return ["x", ...ARRANGEMENTS[arrangement]].map((name) => ({ name, values: known[name] }));
}

/** What comes out of the same block, so many times. @param {number} blocks @returns {number[]} */
export function after(x, strength, arrangement, blocks) {
  return blocks < 1 ? x : after(block(x, strength, arrangement).at(-1).values, strength, arrangement, blocks - 1);
}
