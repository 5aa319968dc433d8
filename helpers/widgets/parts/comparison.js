/** The learner's own function beside the truth, in words. */

/** @param {number|string} got a number, or "nan" and the like @param {number} expected */
function differ(got, expected) {
  return typeof got !== "number" || Math.abs(got - expected) > 1e-6 * Math.max(1, Math.abs(expected));
}

/**
 * @param {{image?: number[][], kernel?: number[][], turned?: boolean, name?: string, problem?: string,
 *   values?: (number|string)[][]}} answer what the function said, and to what; {} without a function
 * @param {{image: number[][], kernel: number[][], turned: boolean}} now
 * @param {number[][]} truth @param {number[][]} other what the other of the two operations gives
 * @returns {{differs: boolean[], got: (number|string)[], name: string, text: string}}
 */
export function compare(answer, now, truth, other) {
  const { name } = answer;
  const nothing = { differs: [], got: [], name };
  if (!name) return { ...nothing, text: "" };
  const of = ({ image, kernel, turned }) => JSON.stringify([image, kernel, turned]);
  if (of(answer) !== of(now)) {
    return { ...nothing, text: `${name} is run by Python on these numbers (only where a kernel runs) …` };
  }
  if (answer.problem) return { ...nothing, text: `${name} ${answer.problem}` };
  const got = answer.values.flat();
  const differs = truth.flat().map((expected, at) => differ(got[at], expected));
  const count = differs.filter(Boolean).length;
  if (count === 0) return { differs, got, name, text: `${name} says the same in all ${got.length} cells.` };
  const swapped = !other.flat().some((expected, at) => differ(got[at], expected));
  const why = swapped ? ` It says what ${now.turned ? "cross-correlation" : "true convolution"} would.` : "";
  return { differs, got, name, text: `${name} differs in ${count} of ${got.length} cells, marked ✗.${why}` };
}
