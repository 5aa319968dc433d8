/** What a reader predicts of the deepest networks; what is right follows from what was measured. */

import { column, compared, ratios } from "./depth_runs.js";
import { capital, epochText } from "./depth_words.js";

const OVERLAP = "neither: the runs overlap";
const CHOICES = {
  pair: ["the plain one does", "the residual one does", OVERLAP],
  step: ["it rises", "it falls", OVERLAP],
  gradient: ["it is less than a tenth", "it lies between a tenth and ten times", "it is more than ten times as large"],
};

const side = (ratio) => (ratio > 10 ? 2 : Number(ratio >= 0.1));
const place = (outcome, order) => (order.includes(outcome) ? order.indexOf(outcome) : 2);

/**
 * @param {ReturnType<import("./depth_runs.js").unpack>} runs @param {import("./depth_runs.js").Layout} layout
 * @returns {{question: string, choices: string[], right: number}[]}
 */
export function questions({ curves, norms }, { depths, epochs, moments, blocks }) {
  const [last, end] = [depths.length - 1, epochs.length - 1];
  const final = (kind, at) => column(curves.train_accuracy[kind][at], end);
  const beside = (one, other) => compared("train_accuracy", one, other);
  const pair = beside(final("residual", last), final("plain", last));
  const step = beside(final("plain", last), final("plain", last - 1));
  const layers = `${depths[last]} layers`;
  const asked = [
    {
      question: `Which network with ${layers} gets more of its training digits right ${epochText(epochs[end])}?`,
      choices: CHOICES.pair,
      right: place(pair, ["worse", "better"]),
    },
    {
      question: `From ${depths[last - 1]} layers to ${depths[last]}, what does the plain network's training accuracy do?`,
      choices: CHOICES.step,
      right: place(step, ["better", "worse"]),
    },
  ];
  const sides = ratios(norms.plain[last][0]).map(side);
  if (blocks[last] === 1 || sides.some((one) => one !== sides[0])) return asked;
  const question = `${capital(epochText(moments[0]))}, how large is the gradient of the plain network's first block beside the last's?`;
  return [...asked, { question, choices: CHOICES.gradient, right: sides[0] }];
}
