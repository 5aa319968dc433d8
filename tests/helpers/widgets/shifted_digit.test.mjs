import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  HEADS, MAPS, SIDE, fromHalf, largestChange, movedAlong, onCanvas, run, unpack,
} from "../../../helpers/widgets/parts/digit_net.js";
import { headText, logitFormula, logitText, mapsText, shareText } from "../../../helpers/widgets/parts/digit_words.js";

const script = fileURLToPath(new URL("reference_digits.py", import.meta.url));
const whole = { encoding: "utf8", maxBuffer: 2 ** 26 };
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], whole));

const bytes = (name) => new DataView(Uint8Array.from(Buffer.from(reference[name], "base64")).buffer);
const [weights, digits] = [unpack(bytes("weights")), bytes("digits")];
const digit = (which) => Array.from({ length: 64 }, (_, at) => digits.getUint8(64 * which + at) / 16);
const seen = (head, which, shift) => run(head, weights[head], onCanvas(digit(which), shift));

function assertClose(got, expected, slack = 1e-4) {
  assert.equal(got.length, expected.length);
  got.forEach((value, at) => assert.ok(Math.abs(value - expected[at]) <= slack, `${value} is not ${expected[at]}`));
}

test("numbers of float16 are read as numpy reads them", () => {
  assert.deepEqual(reference.half.bits.map(fromHalf), reference.half.values);
});

test("the weights are used up to the last", () => {
  const count = HEADS.flatMap((head) => weights[head]).reduce((sum, part) => sum + part.length, 0);
  assert.equal(2 * count, bytes("weights").byteLength);
});

test("maps, logits and probabilities of both heads are torch's, also where the border is seen", () => {
  for (const { digit: which, shift, canvas, ...expected } of reference.cases) {
    assertClose(onCanvas(digit(which), shift), canvas, 0);
    for (const head of HEADS) {
      const got = seen(head, which, shift);
      const sums = Array.from({ length: MAPS }, (_, map) =>
        got.maps.subarray(map * SIDE ** 2, (map + 1) * SIDE ** 2).reduce((sum, value) => sum + value, 0));
      assertClose(sums, expected[head].sums, 1e-3);
      assertClose(got.peaks.map(({ value }) => value), expected[head].peaks);
      assertClose(got.logits, expected[head].logits);
      assertClose(got.probabilities, expected[head].probabilities);
    }
  }
});

test("what was asked comes true for every digit at the first move: 2 to the right", () => {
  for (let which = 0; which < 10; which += 1) {
    for (const head of HEADS) {
      const [before, after] = [seen(head, which, [0, 0]), seen(head, which, [0, 2])];
      const { same, of } = movedAlong(before.maps, after.maps, [0, 2]);
      assert.deepEqual([same, of], [1920, 1920]);
      const change = largestChange(before.logits, after.logits);
      assert.ok(head === "flatten" ? change > 1 : change === 0);
    }
  }
});

test("away from the border the maps move along by any shift, to the last bit", () => {
  for (const shift of [[1, 0], [-3, 2], [4, 4], [-4, 1]]) {
    const { same, of } = movedAlong(seen("flatten", 8, [0, 0]).maps, seen("flatten", 8, shift).maps, shift);
    assert.deepEqual([same, of], [of, MAPS * (12 - Math.abs(shift[0])) * (12 - Math.abs(shift[1]))]);
  }
});

test("sentences say what changed and what it was", () => {
  const [before, after] = [{ says: 3, probabilities: [0, 0, 0, 0.914] }, { says: 2, probabilities: [0, 0, 0.61, 0.3] }];
  const start = "Moved 2 to the right: the flatten head";
  const now = `${start} now says 2, with 0.61; in the middle it said 3, with 0.91. Its logits have changed by up to 12.`;
  assert.equal(headText("flatten", [0, 2], before, after, 12.3), now);
  const still = "Moved 1 up: the global-pool head still says 3, with 0.91; in the middle it was 0.91.";
  assert.equal(headText("global_pool", [-1, 0], before, before, 0), `${still} None of its ten logits has changed.`);
  assert.match(headText("global_pool", [-4, 0], before, before, 0.5), /up to 0\.5: windows on it now see zeros beyond the border/);
  const middle = "In the middle, where it learned to read, the flatten head says 3, with 0.91.";
  assert.equal(headText("flatten", [0, 0], before, before, 0), middle);
  const along = "The maps moved along, 2 down: of their numbers that saw no border, 3,840 of 3,840 are what they were.";
  assert.equal(mapsText([2, 0], { same: 3840, of: 3840 }), along);
});

test("numbers are never rounded to a 0 or a 1 that they are not", () => {
  assert.deepEqual([0.9999, 0.994, 0.5, 0.005, 0.001].map(shareText), ["> 0.99", "0.99", "0.50", "0.01", "< 0.01"]);
  assert.deepEqual([-0.04, -2.25, 13].map(logitText), ["0.0", "−2.3", "13.0"]);
});

test("a formula tells the largest of the 16 products, and that of the flatten head how many there are", () => {
  const peaks = Array.from({ length: MAPS }, (_, at) => ({ value: at < 4 ? [2, 30, 4, 1][at] : 0 }));
  const dense = Array.from({ length: MAPS }, (_, at) => (at < 4 ? [0.5, -0.5, 2, 0.1][at] : 1));
  const now = { says: 0, logits: [-6.9], peaks };
  const text = "logit of 0 = −1 + (−0.5)·30 + 2·4 + 0.5·2 + … (16 products in all) ≈ −6.9";
  assert.equal(logitFormula("global_pool", now, dense, -1), text);
  assert.match(logitFormula("flatten", now, dense, -1), /the sum of 1,024 products, a weight for each place ≈ −6\.9$/);
});
