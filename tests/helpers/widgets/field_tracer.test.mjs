import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { allowed, PRESETS } from "../../../helpers/widgets/field_tracer.js";
import { fields, mapSizes, problem, trace } from "../../../helpers/widgets/parts/tracing.js";
import { waysText, seesText, steps } from "../../../helpers/widgets/parts/tracing_words.js";

const script = fileURLToPath(new URL("reference_fields.py", import.meta.url));
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], { encoding: "utf8" }));
const THREE = PRESETS[0][2];

test("fields, intervals, sizes and paths are those of the Python reference", () => {
  for (const { layers: numbers, cell, field, interval, sizes, paths } of reference) {
    const layers = numbers.map((one) => ["conv", ...one]);
    assert.deepEqual(fields(layers).at(-1), field);
    assert.deepEqual(mapSizes(layers, 200), sizes);
    const { first, last, inside } = trace(layers, 200, cell)[0];
    assert.deepEqual([first, last], interval);
    assert.deepEqual(paths.map((_, at) => inside.get(at) ?? 0), paths);
  }
});

test("the examples have the fields that the book tells", () => {
  const size = (at) => fields(PRESETS[at][2]).at(-1).size;
  assert.deepEqual(PRESETS.map((_, at) => size(at)), [7, 15, 15, 9, 16]);
  for (const [, cells, layers] of PRESETS) assert.ok(allowed({ layers, size: cells, cell: -1 }));
});

test("what one cell sees is told with its numbers", () => {
  const tell = (layers, size, cell) => {
    const levels = trace(layers, size, cell);
    return [seesText(levels, layers, size, cell), waysText(levels)];
  };
  assert.deepEqual(tell(THREE, 17, 5), [
    "Cell 5 sees from 0 + 5·1 = 5 to 5 + 7 − 1 = 11: 7 cells.",
    "27 ways lead to the input: 7 to cell 8, but 1 to cell 5 and 1 to cell 11 at the ends.",
  ]);
  const [sees, ways] = tell([["conv", 3, 2, 1, 1]], 9, 0);
  assert.equal(sees, "Cell 0 sees from −1 + 0·2 = −1 to −1 + 3 − 1 = 1: 3 cells. 1 of them is padding.");
  assert.equal(ways, "2 ways lead to the input, 1 to each cell that is read: all count alike. 1 more way ends in padding.");
  assert.match(tell(PRESETS[3][2], 17, 4)[0], /9 cells\. It reads only 5 of the 9 on the input: there are gaps\.$/);
  assert.match(tell([["conv", 1, 1, 1, 1]], 4, 0)[1], /^No way leads to the input\. 1 more way ends in padding\.$/);
});

test("the recurrence is written out for each layer", () => {
  const told = steps([["conv", 3, 2, 1, 1], ["conv", 3, 1, 2, 2]], 31);
  assert.deepEqual(told, [
    { size: "1 + 1·(3 − 1)·1 = 3", jump: "1·2 = 2", first: "0 − 1·1 = −1", cells: "16 cells" },
    { size: "3 + 2·(3 − 1)·2 = 11", jump: "2·1 = 2", first: "−1 − 2·2 = −5", cells: "16 cells" },
  ]);
});

test("what does not fit is refused with the next step", () => {
  assert.equal(problem(THREE, 7), "");
  assert.match(problem(THREE, 6), /layer 3’s window would span 3 cells, and has 2 to lie on\. Make the input larger first/);
  assert.match(problem([["pool", 2, 2, 2, 1]], 9), /layer 1 would pool windows that may lie in the padding/);
  assert.ok(!allowed({ layers: THREE, size: 6, cell: -1 }));
  assert.ok(!allowed({ layers: [["conv", 3, 1, 0]], size: 9, cell: -1 }));
  assert.ok(!allowed({ layers: [], size: 9, cell: -1 }));
});
