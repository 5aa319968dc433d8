/** Numbers as the book writes them, and the formula of one output cell. */

/** At most four significant digits after a point, a true minus sign. @param {number} value @returns {string} */
export function numberText(value) {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(4));
  return (Object.is(rounded, -0) ? "0" : String(rounded)).replace("-", "−");
}

/** A factor: a negative one in parentheses. @param {number} value */
export function factorText(value) {
  const text = numberText(value);
  return text.startsWith("−") ? `(${text})` : text;
}

/** One product, such as `5·(−1)`. @param {number} value @param {number} weight */
export function productText(value, weight) {
  return `${factorText(value)}·${factorText(weight)}`;
}

/**
 * The formula of one cell, such as `1·1 + 2·0 + 5·0 + 6·1 = 7`.
 * @param {number[]} window @param {number[]} kernel in the same order @param {number} sum
 */
export function formula(window, kernel, sum) {
  return `${window.map((value, at) => productText(value, kernel[at])).join(" + ")} = ${numberText(sum)}`;
}

/** Sizes, such as `3 × 4`. @param {number[][]} rows */
export function sizeText(rows) {
  return `${rows.length} × ${rows[0].length}`;
}
