/** What is seen of plain and residual networks, in sentences with their numbers, whatever was measured. */

import { powerText } from "./axes.js";
import { grown } from "./depth_runs.js";
import { numberText } from "./written.js";

export const MEASURE_NAMES = { train_accuracy: "Training accuracy", test_accuracy: "Test accuracy", train_loss: "Training loss" };
const DIGITS = { train_accuracy: "training digits", test_accuracy: "test digits", train_loss: "training digits" };
const [LEAST_LOSS, LEAST_SIZE] = [1e-4, 1e-3];

/** After how many epochs. @param {number} epoch */
export function epochText(epoch) {
  return epoch === 0 ? "before training" : `after ${epoch} epoch${epoch === 1 ? "" : "s"}`;
}

/** When something was measured: a training loss is the mean of an epoch's batches, as they were met. */
export const whenText = (measure, epoch) => (measure === "train_loss" && epoch > 0 ? `in epoch ${epoch}` : epochText(epoch));

export const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** A share in percent, never rounded to a 0 or a 100 that it is not. @param {number} share */
export function percentText(share) {
  const percent = 100 * share;
  const isTrue = (text) => (Number(text) < 100 || share >= 1) && (Number(text) > 0 || share <= 0);
  const decimals = [0, 1, 2, 3, 4].find((count) => isTrue(percent.toFixed(count))) ?? 5;
  return percent.toFixed(decimals);
}

const lossText = (loss) => (loss < LEAST_LOSS ? `below ${LEAST_LOSS}` : numberText(loss, 2));

/** A gradient's size, or how many times as large one is: `3,400`, `0.12` or `2.5·10⁻⁷`. @param {number} size */
export function sizeText(size) {
  if (size === 0) return "0";
  if (size < LEAST_SIZE || size >= 1e6) {
    const [digits, exponent] = size.toExponential(1).split("e");
    return `${digits}·${powerText(Number(exponent))}`;
  }
  return String(Number(size.toPrecision(2))).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** From the smallest to the largest; once where both are written alike. @param {(value: number) => string} text */
function rangeText(values, text) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(text);
  return least === most ? least : `${least} to ${most}`;
}

/** Of some runs' shares or losses: `46 to 62 %`, `all`, `1.2 to 1.6`. @param {string} measure @param {number[]} values */
export function valuesText(measure, values) {
  if (measure === "train_loss") return rangeText(values, lossText);
  if (values.every((value) => value === values[0] && (value === 0 || value === 1))) return values[0] ? "all" : "none";
  return `${rangeText(values, percentText)} %`;
}

/** One share or loss: `46 %`, `1.2`. @param {string} measure @param {number} value */
export const valueText = (measure, value) => (measure === "train_loss" ? lossText(value) : `${percentText(value)} %`);

/** From where to where lines go, for who cannot see them. @param {Record<string, number[]>} means by kind */
export function linesText(means, text) {
  const told = Object.entries(means).map(([kind, mean]) => `${kind} from ${text(mean[0])} to ${text(mean[mean.length - 1])}`);
  return `means: ${told.join(", ")}`;
}

const ofThem = (text) => (text === "all" || text === "none" ? `${text} of them` : text);

/**
 * `38 layers, plain: 46 to 62 % of the training digits right after 20 epochs; residual: all of them.`
 * @param {{depth: number, measure: string, epoch: number}} what @param {Record<string, number[]>} values by kind; what is
 *   covered is not among them
 */
export function factText({ depth, measure, epoch }, { plain, residual }) {
  const told = valuesText(measure, plain);
  const fact = measure === "train_loss" ? `a training loss of ${told}` : `${told} of the ${DIGITS[measure]} right`;
  const other = residual ? `; residual: ${ofThem(valuesText(measure, residual))}` : "";
  return `${depth} layers, plain: ${fact} ${whenText(measure, epoch)}${other}.`;
}

const PAIRS = {
  better: "Every residual run is better than every plain one.",
  worse: "Every plain run is better than every residual one.",
  same: "Both are alike.",
  overlap: "Their runs overlap: that is no clear difference.",
};

/** How the two kinds of one depth compare. @param {string} outcome of the residual runs beside the plain ones */
export const pairText = (outcome) => PAIRS[outcome];

/**
 * What the step from the next shallower networks does.
 * @param {{depth: number, measure: string}} shallower its depth @param {Record<string, number[]>} before its values
 * @param {Record<string, string>} outcomes by kind, of this depth beside that one
 * @param {string} training how the plain networks' training accuracy compares, beside a test accuracy
 */
export function stepText({ depth, measure }, before, outcomes, training) {
  const kinds = Object.keys(before);
  const text = (value) => (measure === "train_loss" ? lossText(value) : percentText(value));
  const unit = measure === "train_loss" ? "" : " %";
  const were = kinds.map((kind) => `${kind} ${rangeText(before[kind], text)}${unit}`).join(", ");
  const changes = kinds.map((kind) => changeText(kind, measure, outcomes[kind]));
  changes[0] += plainText(measure, outcomes.plain, training);
  return `With ${depth} layers: ${were}. With more layers ${changes.join(" ")}`;
}

function changeText(kind, measure, outcome) {
  const [name, on] = kind === "plain" ? ["the plain network", ` on the ${DIGITS[measure]}`] : ["The residual network", ""];
  if (outcome === "overlap") return `${name} shows no clear difference${on}: the runs overlap.`;
  return outcome === "same" ? `${name} stays as it is${on}.` : `${name} gets ${outcome}${on}.`;
}

/** Whether it is overfitting, where more layers are worse. */
function plainText(measure, outcome, training) {
  if (outcome !== "worse") return "";
  if (measure !== "test_accuracy") return " That is no overfitting, which makes the training better and only the test worse.";
  if (training === "worse") return " Its training gets worse as well, so this is no overfitting.";
  if (training === "overlap") return " Its training shows no clear difference: these runs cannot tell whether it overfits.";
  return " Its training does not get worse: that looks like overfitting.";
}

// Of one kind, and of both where both do the same.
const ENDS = {
  "much larger": ["It does not vanish on its way back: it grows.", "Neither vanishes on its way back: both grow."],
  larger: ["It grows on its way back.", "Both grow on their way back."],
  alike: ["It neither grows nor shrinks much.", "Neither grows or shrinks much."],
  mixed: ["Whether it grows on its way back differs from run to run.", "Whether they grow on their way back differs from run to run."],
  smaller: ["It shrinks on its way back.", "Both shrink on their way back."],
  "much smaller": ["It vanishes on its way back.", "Both vanish on their way back."],
  none: ["In some run one of these two blocks has no gradient.", "In some runs one of these two blocks has no gradient."],
};

/**
 * How the gradient of the first block compares with that of the last.
 * @param {number} moment its epoch @param {number} blocks @param {Record<string, number[]>} all ratios by kind
 */
export function gradientText(moment, blocks, all) {
  const when = capital(epochText(moment));
  if (blocks === 1) return `${when}: there is one block only, so nothing to compare along the way.`;
  const ends = Object.values(all).map(grown);
  const alike = ends.length > 1 && ends.every((end) => end === ends[0]);
  const told = Object.entries(all).map(([kind, values], at) => {
    const times = ends[at] === "none" ? "no number of times" : `${rangeText(values, sizeText)} times`;
    const size = at ? `${capital(kind)}: ${times}.` : `${when}, ${kind}: the first block's gradient is ${times} the last's.`;
    return alike ? size : `${size} ${ENDS[ends[at]][0]}`;
  });
  return [...told, ...(alike ? [ENDS[ends[0]][1]] : [])].join(" ");
}

/** The mean gradients of one block. @param {number} block from 0 on @param {Record<string, number>} means by kind */
export function blockText(block, blocks, means) {
  const told = Object.entries(means).map(([kind, value]) => `${kind} ${sizeText(value)}`).join(", ");
  return `Block ${block + 1} of ${blocks}, mean gradient size: ${told}`;
}
