/** Numbers as people type them: 7, −3, 7,5, 7.5, 1/3, +2, 150,528. */

const MINUS = /[\u2212\u2010-\u2013\uFE63\uFF0D]/g; // the minus sign, and the hyphens and dashes that stand in for it
const DECIMAL = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;
const GROUPED = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/;
const FRACTION = /^([+-]?\d+)\/([+-]?\d+)$/;

/**
 * Read one number.
 * @param {string} text
 * @returns {{value: number, slack: number, grouped?: number} | {problem: string}} `slack` is how far a rounded decimal
 *   may be off: with two or more decimals half a unit of the last, so that 0.33 is accepted for 1/3; else as good as
 *   nothing. `grouped` is what it is if its comma parts thousands: 1,500 may be meant as 1.5 or as 1500
 */
export function parseNumber(text) {
  const typed = text.replace(MINUS, "-").replace(/\s+/g, "");
  if (typed === "") return { problem: "Nothing is typed here yet." };
  const fraction = FRACTION.exec(typed);
  if (fraction) {
    const [over, under] = [Number(fraction[1]), Number(fraction[2])];
    if (under === 0) return { problem: "Nothing can be divided by 0." };
    return { value: over / under, slack: 1e-9 };
  }
  const grouped = GROUPED.test(typed) ? Number(typed.replaceAll(",", "")) : undefined;
  if (grouped !== undefined && !DECIMAL.test(typed)) return { value: grouped, slack: 1e-9 }; // 150,529,000
  if (!DECIMAL.test(typed)) return { problem: "Please type one number, such as 7, −3, 7.5 or 1/3." };
  const decimals = typed.split(/[.,]/)[1]?.length ?? 0;
  const slack = decimals < 2 ? 1e-9 : 0.5 * 10 ** -decimals + 1e-9;
  return { value: Number(typed.replace(",", ".")), slack, grouped };
}

/** Whether what was typed says this value, in either reading of its comma. @param {number} value */
export function says(typed, value) {
  return Math.abs(typed.value - value) <= typed.slack || typed.grouped === value;
}
