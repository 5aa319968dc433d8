/** Predict, then look: three questions, each with what to look at and an answer worked out on the spot. */

import { strongest } from "./arithmetic.js";
import { Choice } from "./choice.js";
import { h } from "./dom.js";
import { MOUTH, SIDE } from "./pictures.js";
import { numberText } from "./written.js";

const short = (value) => numberText(Number(value.toPrecision(2)));
const percent = (share) => `${Math.round(100 * share)} %`;
const peak = (values) => Math.abs(strongest(values).value);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const range = (values) => `${short(Math.min(...values))} to ${short(Math.max(...values))}`;

/** The sum of the sizes of a face's responses at its mouth. @param {Float32Array} output */
export function mouthTotal(output) {
  let total = 0;
  for (let row = MOUTH.top; row < MOUTH.bottom; row += 1) {
    for (let column = MOUTH.left; column < MOUTH.right; column += 1) {
      total += Math.abs(output[row * (SIDE - 2) + column]);
    }
  }
  return total;
}

/** A diagonal line one pixel wide. */
function thinLine() {
  return Float32Array.from({ length: SIDE * SIDE }, (_, at) => Number(Math.floor(at / SIDE) === at % SIDE));
}

function aboutTheFace(output) {
  const [vertical, horizontal] = ["vertical edges", "horizontal edges"].map((kernel) => output("face", kernel));
  const times = short(mouthTotal(horizontal) / mouthTotal(vertical));
  return (
    "A vertical edge is a change from left to right. So the sides of the head and of the nose answer, with up to " +
    `${short(peak(vertical))}, and the eyes at their ends. The mouth is a long change from top to bottom: taken ` +
    `together, its pixels answer ${times} times as strongly to the horizontal-edge kernel.`
  );
}

function aboutTheCoins(output, picture) {
  const [blurred, sharpened] = ["blur", "sharpen"].map((kernel) => output("coins", kernel));
  const coins = picture("coins");
  return (
    `The coins hold values from ${range(coins)}. A blurred pixel is a mean, so it stays within them: ` +
    `${range(blurred)}. Sharpened values run from ${range(sharpened)}: they overshoot on both sides of an edge, so that ` +
    `edges stand out. The mean brightness stays, since both kernels' weights sum to 1: ${short(mean(blurred))} and ` +
    `${short(mean(sharpened))}. No detail comes back that the picture did not hold.`
  );
}

function aboutTheDiagonal(output) {
  const share = (picture, kernel) => percent(peak(output(picture, kernel)) / peak(output("cross", kernel)));
  const [step, sobel] = ["horizontal edges", "sobel"].map((kernel) => share("diagonal", kernel));
  return (
    `At 45° the bar's border still answers with ${step} of what the cross reaches, and with ${sobel} for the Sobel ` +
    "kernel. A kernel for horizontal edges prefers them; it is not blind to slanted ones. Only a line one pixel wide " +
    `is weak: ${share(thinLine(), "horizontal edges")}.`
  );
}

export const PROMPTS = [
  {
    question: "The face, vertical edges: what lights up?",
    choices: ["The eyes and the mouth", "The sides of the head and of the nose", "All outlines alike"],
    right: 1,
    looks: [["Face", "face", "vertical edges"], ["Now horizontal edges", "face", "horizontal edges"]],
    answer: aboutTheFace,
  },
  {
    question: "The coins, blurred, then sharpened: what does only sharpening do?",
    choices: ["It makes all brighter", "It leaves the range of the picture’s values", "It brings back lost detail"],
    right: 1,
    looks: [["Blur", "coins", "blur"], ["Sharpen", "coins", "sharpen"]],
    answer: aboutTheCoins,
  },
  {
    question: "Horizontal edges: how strongly does the diagonal answer, compared with the cross?",
    choices: ["Hardly at all", "About a third", "Two thirds or so"],
    right: 2,
    looks: [["Cross", "cross", "horizontal edges"], ["Diagonal", "diagonal", "horizontal edges"]],
    answer: aboutTheDiagonal,
  },
];

export class Prompt {
  /**
   * @param {string} name shared by the prompts of one widget
   * @param {typeof PROMPTS[0]} prompt
   * @param {(picture: string, kernel: string) => void} look
   * @param {(picture: string|Float32Array, kernel: string) => Float32Array} output what a kernel makes of a picture
   * @param {(name: string) => Float32Array} picture
   */
  constructor(name, prompt, look, output, picture) {
    Object.assign(this, { prompt, look, output, picture, chosen: -1 });
    this.choice = new Choice("Your prediction", prompt.choices, (at) => this.choose(at));
    this.button = h("button", { type: "button", "aria-disabled": "true", onclick: () => this.reveal() }, "Look");
    this.answer = h("div", { role: "status" });
    const parts = [h("summary", { text: prompt.question }), this.choice.root, this.button, this.answer];
    this.root = h("details", { name, class: "cnn-prompt" }, ...parts);
  }

  choose(at) {
    this.chosen = at;
    this.button.setAttribute("aria-disabled", "false");
  }

  reveal() {
    if (this.chosen < 0) return;
    const { right, choices, looks, answer } = this.prompt;
    const verdict = this.chosen === right ? "As you predicted: " : "Not so: ";
    const told = h("p", {}, h("strong", { text: `${verdict}${choices[right].toLowerCase()}. ` }));
    told.append(answer(this.output, this.picture));
    const button = ([text, ...what]) => h("button", { type: "button", text, onclick: () => this.look(...what) });
    const row = h("div", { class: "cnn-row" }, h("span", { text: "See for yourself:" }), ...looks.map(button));
    this.answer.replaceChildren(told, row);
    this.look(...looks[0].slice(1));
  }
}
