/** Predict, then look: three questions on the signs of outputs and on what ReLU makes of them. */

import { SIDE } from "./pictures.js";
import { numberText } from "./written.js";

const OUT = SIDE - 2;
const short = (value) => numberText(Number(value.toPrecision(2)));
const percent = (share) => `${Math.round(100 * share)} %`;

/** The row of the output's strongest positive and negative response in its first column, from the top. */
export function signedRows(output) {
  const rows = Array.from({ length: OUT }, (_, row) => output[row * OUT]);
  return { positive: rows.findIndex((value) => value > 0), negative: rows.findIndex((value) => value < 0) };
}

/** Which share of an output is below 0. @param {Float32Array} output */
export function negativeShare(output) {
  return output.filter((value) => value < 0).length / output.length;
}

function aboutTheBar(output) {
  const { positive, negative } = signedRows(output("cross", "horizontal edges"));
  return (
    `The kernel takes the top row of a window away from its bottom row. At row ${positive} the window has dark above ` +
    `bright: +3, red. At row ${negative} it has bright above dark: −3, blue. ReLU leaves the red border and puts 0 for ` +
    "the blue one, so half of the edges are gone."
  );
}

function aboutTheCamera(output) {
  const [edges, blurred] = ["vertical edges", "blur"].map((kernel) => negativeShare(output("camera", kernel)));
  return (
    `${percent(edges)} of the edge kernel's responses are negative: an edge has two sides, and brighter to the left is ` +
    `about as common as brighter to the right. Of the blurred picture's it is ${percent(blurred)}: a mean of values ` +
    "that are not negative is not negative."
  );
}

function aboutTheCoins(output) {
  const lowest = Math.min(...output("coins", "blur"));
  return (
    `The lowest blurred value is ${short(lowest)}. What is positive passes ReLU unchanged, so nothing happens. ReLU ` +
    "is a bend only for outputs of both signs."
  );
}

export const SIGN_PROMPTS = [
  {
    question: "The cross, horizontal edges, then ReLU: which borders of its level bar are left?",
    choices: ["Both", "The upper one", "The lower one"],
    right: 1,
    looks: [["Raw output", "cross", "horizontal edges"], ["Now ReLU", "cross", "horizontal edges", true]],
    answer: aboutTheBar,
  },
  {
    question: "The photographer, vertical edges: which share of the responses is negative?",
    choices: ["None", "About a tenth", "About half"],
    right: 2,
    looks: [["Raw output", "camera", "vertical edges"], ["Now ReLU", "camera", "vertical edges", true]],
    answer: aboutTheCamera,
  },
  {
    question: "The coins, blurred, then ReLU: what does ReLU change?",
    choices: ["The dark parts become black", "The contrast is halved", "Nothing"],
    right: 2,
    looks: [["Blurred", "coins", "blur"], ["Now ReLU", "coins", "blur", true]],
    answer: aboutTheCoins,
  },
];
