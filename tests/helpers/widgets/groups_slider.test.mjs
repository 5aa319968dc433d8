import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { allowed, changed } from "../../../helpers/widgets/groups_slider.js";
import { row } from "../../../helpers/widgets/parts/channel_drawing.js";
import { costs, groupCounts, readBy, reduced, stages } from "../../../helpers/widgets/parts/groups.js";
import { formulas, readsText, splitText } from "../../../helpers/widgets/parts/groups_words.js";

const script = fileURLToPath(new URL("reference_groups.py", import.meta.url));
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], { encoding: "utf8" }));

const LAYER = { in_channels: 8, out_channels: 16, kernel: 3, size: 56, groups: 4, separable: false };
const plain = (text) => text.replaceAll("\u00a0", " ");

test("weights and multiply-adds of every number of groups are what the Python reference counts", () => {
  for (const { layer, counts, weights, macs } of reference) {
    assert.deepEqual(groupCounts(layer.in_channels, layer.out_channels), counts);
    const got = counts.map((groups) => costs({ ...layer, groups, separable: false }));
    assert.deepEqual(got.map((one) => one.weights), weights);
    assert.deepEqual(got.map((one) => one.macs), macs);
    got.forEach((one, at) => assert.deepEqual(one.ratio, { over: 1, under: counts[at] }));
  }
});

test("a depthwise separable layer costs exactly the Python reference's fraction", () => {
  for (const { layer, depthwise, pointwise, ratio, macs } of reference) {
    const got = costs({ ...layer, groups: 1, separable: true });
    assert.deepEqual([got.parts, got.ratio], [[depthwise, pointwise], ratio]);
    assert.equal(got.fullMacs, macs[0]);
  }
});

test("each output channel reads its own group, and every input channel is read", () => {
  const stage = stages(LAYER)[0];
  const read = Array.from({ length: 16 }, (_, channel) => readBy(stage, channel));
  assert.deepEqual([read[0], read[3], read[4], read[15]], [
    { first: 0, count: 2 }, { first: 0, count: 2 }, { first: 2, count: 2 }, { first: 6, count: 2 },
  ]);
  assert.equal(new Set(read.map(({ first }) => first)).size, 4);
});

test("what is seen is said in words and formulas", () => {
  const split = "4 groups: each output channel reads 2 of 8 input channels. It costs 1/4 of the full convolution.";
  assert.equal(splitText(LAYER), split);
  assert.match(splitText({ ...LAYER, groups: 1 }), /^One group: each output channel reads all 8 .* full convolution\.$/);
  assert.match(splitText({ ...LAYER, groups: 8 }), /^Depthwise, one group for each input channel: .* reads 1 of 8 input/);
  assert.deepEqual(formulas(LAYER), ["Weights: 16·(8/4)·3·3 = 288", "Multiply-adds: 288·56·56 = 903,168"]);
  assert.equal(readsText(LAYER, 5), "Output channel 5 reads input channels 2 and 3: 2·3·3 = 18 weights.");
});

test("the saving is told exactly, and that there may be none", () => {
  const text = (layer) => plain(splitText({ ...LAYER, separable: true, ...layer }));
  assert.match(text({}), /It costs 1\/16 \+ 1\/9 = 25\/144 of the full convolution: it saves a factor of 144\/25 = 5\.76\.$/);
  assert.match(text({ in_channels: 64, out_channels: 128 }), /1\/128 \+ 1\/9 = 137\/1,152 .* factor of 1,152\/137 ≈ 8\.41\.$/);
  assert.match(text({ kernel: 1 }), /1\/16 \+ 1\/1 = 17\/16 of the full convolution: it saves nothing\.$/);
  const made = formulas({ ...LAYER, separable: true }).map(plain);
  assert.deepEqual(made, [
    "Depthwise: 8·(8/8)·3·3 = 72", "1 × 1: 16·8·1·1 = 128", "Weights: 72 + 128 = 200", "Multiply-adds: 200·56·56 = 627,200",
  ]);
});

test("a change of the channels keeps as many groups as it can", () => {
  assert.equal(changed(LAYER, "in_channels", 6).groups, 2);
  assert.equal(changed(LAYER, "out_channels", 64).groups, 4);
  assert.ok(allowed(LAYER));
  const wrong = [{ groups: 3 }, { kernel: 0 }, { size: 1.5 }, { in_channels: "8" }];
  assert.ok(!wrong.some((numbers) => allowed({ ...LAYER, ...numbers })));
  assert.deepEqual(reduced(12, 18), { over: 2, under: 3 });
});

test("channels of one group stand together, and all of them fit the drawing", () => {
  const { left, unit } = row(8, 4);
  assert.ok(left(2) - left(1) > unit);
  assert.ok(Math.abs(left(1) - left(0) - unit) < 1e-9);
  assert.ok(Math.abs(left(7) + unit - 600) < 1e-9);
});
