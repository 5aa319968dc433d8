import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { channelMaps, combinationText, combineMaps } from "../../../helpers/widgets/channel_sum.js";

const script = fileURLToPath(new URL("reference_channels.py", import.meta.url));
const cases = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], { encoding: "utf8" }));

function assertClose(got, expected) {
  const [a, b] = [got.flat(9), expected.flat(9)];
  assert.equal(a.length, b.length);
  a.forEach((value, at) => assert.ok(Math.abs(value - b[at]) <= 1e-9, `${value} is not ${b[at]}`));
}

test("maps, sum, first channel alone and mean are what the Python layer gives", () => {
  for (const { image, kernels, maps, all, first, mean } of cases) {
    const got = channelMaps(image, kernels);
    const counted = image.map((_, channel) => channel);
    assertClose(got, maps);
    assertClose(combineMaps(got, { counted, bias: 2, mean: false }), all);
    assertClose(combineMaps(got, { counted: [0], bias: 2, mean: false }), first);
    assertClose(combineMaps(got, { counted, bias: 2, mean: true }), mean);
  }
});

test("the sum of one cell is written as one would on paper", () => {
  const all = (values) => ({ counted: values.map((_, channel) => channel), bias: null, mean: false });
  const text = (values, how) => combinationText(values, { ...all(values), ...how });
  assert.equal(text([7, -4], { bias: 1 }), "7 + (−4) + 1 = 4");
  assert.equal(text([-7, 4], { bias: -0.5 }), "−7 + 4 + (−0.5) = −3.5");
  assert.equal(text([7, -4, 6], { mean: true, bias: 1 }), "(7 + (−4) + 6) / 3 + 1 = 4");
  assert.equal(text([7, -4, 6], { counted: [1] }), "−4");
  assert.equal(text([7, -4], { counted: [], bias: 3 }), "0 + 3 = 3");
  assert.equal(text([1 / 3, 1]), "0.3333 + 1 ≈ 1.333");
});
