/** Numbers as the book writes them, and the formula of one output cell. */

/** A true minus sign, and of a fraction at most so many significant digits. @param {number} value @returns {string} */
export function numberText(value, digits = 4) {
  const rounded = roundedTo(value, digits);
  return (Object.is(rounded, -0) ? "0" : String(rounded)).replace("-", "−");
}

function roundedTo(value, digits) {
  return Number.isInteger(value) ? value : Number(value.toPrecision(digits));
}

/** A number as a term of a sum: in brackets where it is negative, as in `7 + (−4)`. @param {number} value */
export function termText(value, digits = 4) {
  const text = numberText(value, digits);
  return text.startsWith("−") ? `(${text})` : text;
}

/** Whether numbers are written as they are, and not rounded. @param {number[]} values */
export function isExact(values, digits = 4) {
  return values.every((value) => Math.abs(roundedTo(value, digits) - value) < 1e-6);
}

/** One product, such as `5·(−1)`. @param {number} value @param {number} weight */
export function productText(value, weight, digits = 4) {
  return [value, weight].map((factor) => termText(factor, digits)).join("·");
}

/**
 * The formula of one cell, such as `1·1 + 2·0 + 5·0 + 6·1 = 7`; with ≈ where numbers had to be rounded.
 * @param {number[]} window @param {number[]} kernel in the same order @param {number} sum
 */
export function formula(window, kernel, sum, digits = 4) {
  const exact = isExact([...window, ...kernel, sum], digits);
  const products = window.map((value, at) => productText(value, kernel[at], digits));
  return `${products.join(" + ")} ${exact ? "=" : "≈"} ${numberText(sum, digits)}`;
}

/** Sizes, such as `3 × 4`. @param {number[][]} rows */
export function sizeText(rows) {
  return `${rows.length} × ${rows[0].length}`;
}
