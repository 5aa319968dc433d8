// Run by test_node.py, or by hand: PYTHON=.venv/bin/python node --test tests/helpers/widgets/
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  cell, reach, relu, strongest, turned, xcorr2d, xcorr3x3,
} from "../../../helpers/widgets/parts/arithmetic.js";
import { SIGNED, colourAll, grey, inkOn, makeTable, overshooting, signed } from "../../../helpers/widgets/parts/colour.js";
import { KERNELS, SAYS, keepsBrightness } from "../../../helpers/widgets/parts/kernels.js";
import { MOUTH, PICTURES, SIDE } from "../../../helpers/widgets/parts/pictures.js";
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
  assert.deepEqual([3, -3, 0.1 + 0.2, 1 / 3, -0, 12345].map(numberText), ["3", "−3", "0.3", "0.3333", "0", "12345"]);
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
  const total = (name) => {
    const side = SIDE - 2;
    const output = xcorr3x3(PICTURES.face(), SIDE, KERNELS[name], new Float32Array(side * side));
    let sum = 0;
    for (let i = MOUTH.top; i < MOUTH.bottom; i += 1) {
      for (let j = MOUTH.left; j < MOUTH.right; j += 1) sum += Math.abs(output[i * side + j]);
    }
    return sum;
  };
  assert.ok(total("horizontal edges") > 4 * total("vertical edges"));
});
