/** What is seen of the shifted digit, in sentences with their numbers. */

import { CLASSES, MAPS, READS } from "./digit_net.js";
import { shiftText } from "./pooling_words.js";
import { numberText } from "./written.js";

export const NAMES = { flatten: "flatten head", global_pool: "global-pool head" };

/** Two decimals; never a 1 or a 0 that is none. @param {number} share */
export function shareText(share) {
  if (share >= 0.995) return "> 0.99";
  return share < 0.005 ? "< 0.01" : share.toFixed(2);
}

/** Such as `3,840`; `toLocaleString` would take most of a frame's time. @param {number} count below a million */
const countText = (count) => String(count).replace(/(\d)(\d{3})$/, "$1,$2");

/** One decimal, with a true minus sign. @param {number} logit */
export function logitText(logit) {
  const text = logit.toFixed(1);
  return text === "-0.0" ? "0.0" : text.replace("-", "−");
}

/** The same within a sentence. */
const shareWords = (share) => shareText(share).replace(">", "more than");
const surely = ({ says, probabilities }) => `${says}, with ${shareWords(probabilities[says])}`;

function saysText(head, before, after) {
  if (after.says !== before.says) {
    return `the ${NAMES[head]} now says ${surely(after)}; in the middle it said ${surely(before)}.`;
  }
  const was = shareWords(before.probabilities[before.says]);
  return `the ${NAMES[head]} still says ${surely(after)}; in the middle it was ${was}.`;
}

/**
 * Of what happened to a head's logits. @param {string} head @param {number} change the largest
 */
export function changeText(head, change) {
  if (change === 0) return "None of its ten logits has changed.";
  const text = `Its logits have changed by up to ${numberText(change, 2)}`;
  return head === "flatten" ? `${text}.` : `${text}: windows on it now see zeros beyond the border.`;
}

/** What a head says, such as `Moved 2 to the right: the flatten head now says 8, with 0.61; in the middle it …`. */
export function headText(head, shift, before, after, change) {
  const moved = shiftText(shift);
  if (!moved) return `In the middle, where it learned to read, the ${NAMES[head]} says ${surely(after)}.`;
  return `Moved ${moved}: ${saysText(head, before, after)} ${changeText(head, change)}`;
}

/** What the maps did. @param {number[]} shift @param {{same: number, of: number}} along of both networks */
export function mapsText(shift, { same, of }) {
  const moved = shiftText(shift);
  if (!moved) return `Each network makes ${MAPS} maps of the digit. Move it, and watch them.`;
  const told = `${countText(same)} of ${countText(of)} are what they were`;
  return `The maps moved along, ${moved}: of their numbers that saw no border, ${told}.`;
}

/** How a logit comes about. @param {string} head @param {number} bias */
export function logitFormula(head, { says, logits, peaks }, weights, bias) {
  const all = `logit of ${says} = ${numberText(bias, 2)} + `;
  const sum = ` ≈ ${logitText(logits[says])}`;
  if (head === "flatten") return `${all}the sum of ${countText(READS.flatten)} products, a weight for each place${sum}`;
  const products = peaks.map(({ value }, at) => [weights[says * MAPS + at], value]);
  const order = [...products].sort((a, b) => Math.abs(b[0] * b[1]) - Math.abs(a[0] * a[1]));
  const term = ([weight, value]) => {
    const text = numberText(weight, 2);
    return `${weight < 0 ? `(${text})` : text}·${numberText(value, 3)}`;
  };
  return `${all}${order.slice(0, 3).map(term).join(" + ")} + … (${MAPS} products in all)${sum}`;
}

/** The same in PyTorch: what differs is in the last line of each. */
export function torchLines() {
  const conv = (from, to) => `nn.Conv2d(${from}, ${to}, 3, padding=1), nn.ReLU()`;
  const trunk = `${conv(1, 8)},\n    ${conv(8, MAPS)}`;
  const heads = [
    `nn.MaxPool2d(2), nn.Flatten(), nn.Linear(${READS.flatten}, ${CLASSES})`,
    `nn.MaxPool2d(2), nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(${READS.global_pool}, ${CLASSES})`,
  ];
  const net = (head, at) => `${head} = nn.Sequential(\n    ${trunk},\n    ${heads[at]},\n)`;
  return ["flatten", "global_pool"].map(net).join("\n");
}
