// Run by test_node.py, or by hand: PYTHON=.venv/bin/python node --test tests/helpers/widgets/
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  cell, reach, relu, strongest, turned, xcorr2d, xcorr3x3,
} from "../../../helpers/widgets/parts/arithmetic.js";
import { SIGNED, colourAll, grey, inkOn, makeTable, overshooting, signed } from "../../../helpers/widgets/parts/colour.js";
import { compare } from "../../../helpers/widgets/parts/comparison.js";
import { Drawing } from "../../../helpers/widgets/parts/drawing.js";
import { toGrey } from "../../../helpers/widgets/parts/file.js";
import { Gallery } from "../../../helpers/widgets/parts/gallery.js";
import { KERNELS, SAYS, keepsBrightness } from "../../../helpers/widgets/parts/kernels.js";
import { PICTURES, SIDE } from "../../../helpers/widgets/parts/pictures.js";
import { PROMPTS, mouthTotal } from "../../../helpers/widgets/parts/prompts.js";
import { SIGN_PROMPTS, negativeShare } from "../../../helpers/widgets/parts/sign_prompts.js";
import { neighbour } from "../../../helpers/widgets/parts/roving.js";
import { PICTURE } from "../../../helpers/widgets/parts/scale.js";
import { formula, numberText } from "../../../helpers/widgets/parts/written.js";

const script = fileURLToPath(new URL("reference.py", import.meta.url));
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], { encoding: "utf8" }));

const IMAGE = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]];
const KERNEL = [[1, 0], [0, 1]];

function assertClose(got, expected, tolerance = 1e-9) {
  const [a, b] = [Array.from(got).flat(), Array.from(expected).flat()];
  assert.equal(a.length, b.length);
  a.forEach((value, at) => assert.ok(Math.abs(value - b[at]) <= tolerance, `${value} is not ${b[at]}`));
}

test("the running example gives the book's output", () => {
  assert.deepEqual(xcorr2d(IMAGE, KERNEL), [[7, 9, 11], [5, 7, 9]]);
});

test("every size gives what the Python reference gives, turned or not", () => {
  for (const { image, kernel, xcorr2d: plain, conv2d_true: convolved } of reference.cases) {
    assertClose(xcorr2d(image, kernel), plain);
    assertClose(xcorr2d(image, turned(kernel)), convolved);
  }
});

test("the fast form agrees with the Python reference", () => {
  const { image, kernel, side, output } = reference.fast;
  assertClose(xcorr3x3(Float32Array.from(image), side, kernel, new Float32Array(14 * 14)), output, 1e-5);
});

test("turning twice gives the kernel back and leaves it as it was", () => {
  const kernel = [[1, 2, 3], [0, -1, 4]];
  assert.deepEqual(turned(kernel), [[4, -1, 0], [3, 2, 1]]);
  assert.deepEqual(turned(turned(kernel)), kernel);
});

test("one cell knows its window, products and sum", () => {
  const { window, products, sum } = cell(IMAGE, [[1, 2], [0, -1]], 1, 2);
  assert.deepEqual([window, products, sum], [[[7, 8], [1, 2]], [[7, 16], [0, -2]], 21]);
  assert.equal(formula(window.flat(), [1, 2, 0, -1], sum), "7·1 + 8·2 + 1·0 + 2·(−1) = 21");
});

test("numbers are written short, with a true minus, and never as −0", () => {
  const texts = [3, -3, 0.1 + 0.2, 1 / 3, -0, 12345].map((value) => numberText(value));
  assert.deepEqual(texts, ["3", "−3", "0.3", "0.3333", "0", "12345"]);
});

test("relu, reach and strongest are exact on small arrays", () => {
  assert.deepEqual([...relu(Float32Array.of(-2, 0, 3))], [0, 0, 3]);
  assert.deepEqual([reach(KERNELS["vertical edges"]), reach(KERNELS.sobel), reach(KERNELS.sharpen)], [3, 4, 5]);
  assert.deepEqual(strongest(Float32Array.of(1, -4, 3)), { at: 1, value: -4 });
});

test("the signed colours are the palette's", () => {
  assert.deepEqual(SIGNED, reference.signed);
  const hex = (share) => `#${signed(share).map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  assert.deepEqual([-9, -1, 0, 0.2, 1].map(hex), [0, 0, 5, 6, 10].map((step) => reference.signed[step]));
});

test("a table colours low, middle, high and what lies beyond", () => {
  const out = new Uint32Array(5);
  colourAll(Float32Array.of(-9, 0, 0.5, 1, 9), makeTable(grey, 0, 1), out);
  const red = [...new Uint8Array(out.buffer)].filter((_, at) => at % 4 === 0);
  assert.deepEqual(red, [0, 0, 128, 255, 255]);
  assert.deepEqual([inkOn([255, 255, 255]), inkOn([5, 48, 97])], ["#000000", "#ffffff"]);
  assert.notDeepEqual(overshooting(1.5), overshooting(1));
});

test("every kernel has nine weights and a sentence, and the three that keep brightness are known", () => {
  for (const [name, weights] of Object.entries(KERNELS)) assert.ok(weights.length === 9 && SAYS[name], name);
  const kept = Object.keys(KERNELS).filter((name) => keepsBrightness(KERNELS[name]));
  assert.deepEqual(kept, ["blur", "sharpen", "emboss"]);
});

test("the drawn mouth answers far more strongly to horizontal edges than to vertical ones", () => {
  const gallery = new Gallery();
  const total = (kernel) => mouthTotal(gallery.output("face", kernel));
  assert.ok(total("horizontal edges") > 4 * total("vertical edges"));
});

test("a formula says where it was rounded", () => {
  assert.equal(formula([1 / 3, 2], [3, 1], 3, 2), "0.33·3 + 2·1 ≈ 3");
  assert.equal(formula([0.25, -2], [4, 1], -1), "0.25·4 + (−2)·1 = −1");
});

test("a drawing is kept as text and comes back; text of something else clears it", () => {
  const drawing = new Drawing();
  drawing.move([20, 20], false);
  drawing.move([20, 60], true);
  drawing.dab(0, 127);
  const copy = new Drawing();
  copy.fromText(drawing.toText());
  assert.deepEqual(copy.values, drawing.values);
  assert.equal(drawing.values[20 * SIDE + 40], 1);
  copy.fromText("12 7");
  assert.equal(strongest(copy.values).value, 0);
});

test("black and white are not taken for values beyond them", () => {
  const pixels = new Uint32Array(4);
  colourAll(Float32Array.of(0, 1, -0.05, 1.05), PICTURE, pixels);
  const [black, white, below, above] = Array.from(pixels, (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]);
  assert.deepEqual([black, white], [[0, 0, 0], [255, 255, 255]]);
  assert.deepEqual([below, above], [overshooting(-1), overshooting(2)]);
});

test("colours become brightness", () => {
  assertClose(toGrey(Uint8ClampedArray.of(255, 255, 255, 255, 255, 0, 0, 255, 0, 0, 0, 255)), [1, 0.299, 0], 1e-6);
});

test("a function's answer is compared cell by cell, and with the other operation", () => {
  const now = { image: IMAGE, kernel: KERNEL, turned: false };
  const answer = { ...now, name: "f", values: [[7, 9], ["nan", 2]] };
  const { differs, text } = compare(answer, now, [[7, 9], [5, 3]], [[0, 0], [0, 0]]);
  assert.deepEqual([differs, text], [[false, false, true, true], "f differs in 2 of 4 cells, marked ✗."]);
  assert.match(compare({ ...answer, values: [[7, 9]] }, now, [[1, 1]], [[7, 9]]).text, /what true convolution would/);
  assert.match(compare({ ...answer, problem: "returned None." }, now, [[1]], [[1]]).text, /^f returned None/);
  assert.match(compare(answer, { ...now, turned: true }, [[1]], [[1]]).text, /is run by Python/);
  assert.equal(compare({}, now, [[1]], [[1]]).text, "");
});

test("arrow keys lead to the neighbour that is seen, also on a turned grid", () => {
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "a"];
  assert.deepEqual(keys.map((key) => neighbour(4, 2, 3, key)), [1, -1, 3, 5, -1]);
  assert.deepEqual(keys.map((key) => neighbour(4, 2, 3, key, true)), [-1, 1, 5, 3, -1]);
});

test("what the prompts say is what is reckoned", () => {
  const gallery = new Gallery({ get: () => new DataView(new ArrayBuffer(SIDE * SIDE)) });
  const [face, , diagonal] = PROMPTS.map(({ answer }) =>
    answer((picture, kernel) => gallery.output(picture, kernel), (name) => gallery.picture(name)),
  );
  assert.match(face, /with up to 2.4, .* answer 6 times as strongly/);
  assert.match(diagonal, /67 % of what the cross reaches, and with 75 % for the Sobel kernel.* is weak: 33 %/);
});

test("what the prompts on signs say is what is reckoned", () => {
  const gallery = new Gallery({ get: () => new DataView(new ArrayBuffer(SIDE * SIDE)) });
  const [bar] = SIGN_PROMPTS.map(({ answer }) => answer((picture, kernel) => gallery.output(picture, kernel)));
  assert.match(bar, /At row 50 the window has dark above bright: \+3, red. At row 74 it has bright above dark/);
  assert.equal(negativeShare(Float32Array.of(-1, 0, 2, -3)), 0.5);
});
