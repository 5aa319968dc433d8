import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { after, block, branch } from "../../../helpers/widgets/parts/residual.js";
import { barText, formulas, statement } from "../../../helpers/widgets/parts/residual_words.js";
import { allowed } from "../../../helpers/widgets/residual_lab.js";

const script = fileURLToPath(new URL("reference_residual.py", import.meta.url));
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], { encoding: "utf8" }));
const near = (got, expected) => got.forEach((value, at) => assert.ok(Math.abs(value - expected[at]) < 1e-9));

test("branch and blocks, one and many, are what numpy computes", () => {
  for (const { signal, strength, arrangement, branch: expected, made } of reference) {
    near(branch(signal, strength), expected);
    made.forEach((values, blocks) => near(after(signal, strength, arrangement, blocks), values));
    near(block(signal, strength, arrangement).at(-1).values, made[1]);
  }
});

test("each row's number is told with what it was made of", () => {
  const told = (arrangement, at = 1) => formulas(block([1, 3, 0], 0.5, arrangement), 0.5, at);
  assert.deepEqual(told("after"), ["x[1] = 3", "0.5·(1 − 3) = −1", "3 + (−1) = 2", "relu(2) = 2"]);
  assert.deepEqual(told("before"), ["x[1] = 3", "0.5·(1 − 3) = −1", "relu(−1) = 0", "3 + 0 = 3"]);
  assert.deepEqual(told("none"), ["x[1] = 3", "0.5·(1 − 3) = −1", "relu(−1) = 0"]);
  const first = formulas(block([-4, 3, 0], 0.25, "preactivation"), 0.25, 0);
  assert.deepEqual(first, ["x[0] = −4", "relu(−4) = 0", "0.25·(0 − 0) = 0", "−4 + 0 = −4"]);
  assert.match(formulas(block([-4, 3, 0], -0.25, "after"), -0.25, 1)[1], /^−0\.25·\(−4 − 3\) = 1\.75$/);
});

test("what one block did is told, and what many did", () => {
  const told = (x, strength, arrangement, blocks) =>
    statement(x, after(x, strength, arrangement, 1), after(x, strength, arrangement, blocks), blocks);
  assert.equal(told([1, 3, 0], 0, "after", 5), "One block hands its input on as it came. After 5 blocks: still as it came.");
  assert.equal(told([1, 3, 0], 0, "none", 5), "One block leaves nothing of its input. After 5 blocks: nothing is left.");
  assert.equal(told([1, 3, 0], 0.5, "before", 1), "One block makes 1 of 3 numbers larger and none smaller.");
  assert.match(told([1, 3, 0], -0.5, "before", 10), /After 10 blocks: they reach from 0 to 57\.7\.$/);
  assert.deepEqual([0.421875, 0.0078125, -230.66].map(barText), ["0.422", "0.008", "−231"]);
});

test("what is no row, no quarter, no arrangement or too many blocks is not taken up", () => {
  const sound = { signal: [1, -4, 0], strength: 0.25, arrangement: "none", blocks: 10 };
  assert.ok(allowed(sound));
  const wrong = [{ signal: [1, 5, 0] }, { signal: [0.5, 1, 1] }, { strength: 0.3 }, { arrangement: "x" }, { blocks: 0 }];
  assert.ok(!wrong.some((one) => allowed({ ...sound, ...one })));
});
