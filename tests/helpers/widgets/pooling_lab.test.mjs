import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  changes, movedAlong, pool, poolCell, readings, shifted,
} from "../../../helpers/widgets/parts/pooling.js";
import { changesText, poolingText, windowsText } from "../../../helpers/widgets/parts/pooling_words.js";
import { allowed, randomLike } from "../../../helpers/widgets/pooling_lab.js";

const script = fileURLToPath(new URL("reference_pooling.py", import.meta.url));
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], { encoding: "utf8" }));

const X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]];
const MAX = { kind: "max", window: 2, stride: 1, padding: 0, count_include_pad: true };

function assertClose(got, expected) {
  assert.deepEqual([got.length, got[0].length], [expected.length, expected[0].length]);
  const [a, b] = [got.flat(), expected.flat()];
  a.forEach((value, at) => assert.ok(Math.abs(value - b[at]) <= 1e-9, `${value} is not ${b[at]}`));
}

test("every window, stride and padding gives what the Python reference gives, on maps below 0 as well", () => {
  for (const { x, window, stride, padding, ...expected } of reference.cases) {
    const how = { window, stride, padding, count_include_pad: true };
    assert.ok(allowed(x, how));
    assertClose(pool(x, { ...how, kind: "max" }), expected.max);
    assertClose(pool(x, { ...how, kind: "average" }), expected.average);
    assertClose(pool(x, { ...how, kind: "average", count_include_pad: false }), expected.average_of_map);
    for (const kind of ["max", "average"]) {
      const cells = expected[kind].map((row, i) => row.map((_, j) => poolCell(x, i, j, { ...how, kind }).value));
      assertClose(cells, expected[kind]);
    }
  }
});

test("a shift moves as in Python, with zeros or as np.roll does", () => {
  for (const fill of ["zeros", "wrap"]) assert.deepEqual(shifted(reference.x, [1, -2], fill), reference[fill]);
});

test("the formula says what lies in the window, padded cells too", () => {
  const text = (how, i = 0, j = 0, x = X) => poolingText(poolCell(x, i, j, { ...MAX, ...how }), { ...MAX, ...how });
  assert.equal(text({}), "max(1, 2, 5, 6) = 6");
  assert.equal(text({ padding: 1 }), "max(−∞, −∞, −∞, 1) = 1");
  assert.equal(text({}, 0, 0, [[-3, -1], [-2, -8]]), "max(−3, −1, −2, −8) = −1");
  assert.equal(text({ kind: "average" }), "(1 + 2 + 5 + 6) / 4 = 3.5");
  assert.equal(text({ kind: "average" }, 0, 0, [[-3, -1], [-2, -8]]), "(−3 + (−1) + (−2) + (−8)) / 4 = −3.5");
  assert.equal(text({ kind: "average", padding: 1 }), "(0 + 0 + 0 + 1) / 4 = 0.25");
  assert.equal(text({ kind: "average", padding: 1, count_include_pad: false }), "1 / 1 = 1");
});

test("of equal numbers the first wins, and it is said how many there are", () => {
  const { winner, ties } = poolCell([[1, 4], [4, 4]], 0, 0, MAX);
  assert.deepEqual([winner, ties], [{ row: 0, column: 1, value: 4 }, 3]);
});

test("changed outputs are counted, and by a whole stride they move along", () => {
  const how = { ...MAX, stride: 2 };
  const before = pool(X, how);
  const after = pool(shifted(X, [0, 1], "zeros"), how);
  assert.deepEqual([before, after, changes(before, after)], [[[6, 8]], [[5, 7]], [true, true]]);
  assert.equal(movedAlong(before, after, [0, 1], 2), null);
  assert.deepEqual(movedAlong(before, pool(shifted(X, [0, 2], "zeros"), how), [0, 2], 2), { same: 1, of: 1 });
  const text = changesText({ shift: [-1, 2], changed: [true, false], blank: 0, along: null });
  assert.equal(text, "Shifted 1 up and 2 to the right: 1 of 2 outputs changed.");
});

test("cells are told that several windows read, or none", () => {
  assert.deepEqual(readings(3, 4, MAX), [1, 2, 2, 1, 2, 4, 4, 2, 1, 2, 2, 1]);
  const gaps = { ...MAX, window: 1, stride: 2 };
  assert.deepEqual(readings(2, 3, gaps), [1, 0, 1, 0, 0, 0]);
  const text = "Windows of 1 × 1 at stride 2 leave gaps. 4 of 6 cells are read by no window (dotted).";
  assert.equal(windowsText(gaps, readings(2, 3, gaps)), text);
});

test("of random maps that wrap, 2/3 of the 2×2 maxima change along an axis and 6/7 along the diagonal", () => {
  let state = 7;
  const random = () => (state = (48271 * state) % 2147483647) / 2147483647;
  const share = (shift) => {
    let [changed, total] = [0, 0];
    for (let time = 0; time < 400; time += 1) {
      const x = randomLike(Array(8).fill(Array(8).fill(-1)), random);
      const found = changes(pool(x, { ...MAX, stride: 2 }), pool(shifted(x, shift, "wrap"), { ...MAX, stride: 2 }));
      [changed, total] = [changed + found.filter(Boolean).length, total + found.length];
    }
    return changed / total;
  };
  assert.ok(Math.abs(share([0, 1]) - 2 / 3) < 0.02);
  assert.ok(Math.abs(share([1, 1]) - 6 / 7) < 0.02);
});

test("what PyTorch refuses is not allowed", () => {
  const can = (how) => allowed(X, { ...MAX, ...how });
  assert.deepEqual([{}, { padding: 1 }].map(can), [true, true]);
  assert.deepEqual([{ padding: 2 }, { window: 4 }, { stride: 0 }].map(can), [false, false, false]);
});
