// Run by test_node.py, or by hand: PYTHON=.venv/bin/python node --test tests/helpers/widgets/
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { PRESETS } from "../../../helpers/widgets/geometry.js";
import {
  columnsText, formulaInLetters, formulaInNumbers, readsText, torchLine, verdict,
} from "../../../helpers/widgets/parts/window_words.js";
import { lanes, outSize, problem, source, taps, unread } from "../../../helpers/widgets/parts/windows.js";

const script = fileURLToPath(new URL("reference_windows.py", import.meta.url));
const cases = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], { encoding: "utf8" }));
const PLAIN = { size: 7, kernel: 3, stride: 1, padding: [0, 0], dilation: 1, mode: "zeros" };
const STEM = { ...PLAIN, size: 224, kernel: 7, stride: 2, padding: [3, 3] };
const of = (changes) => ({ ...PLAIN, ...changes });

test("every setting has the windows of the Python reference", () => {
  for (const one of cases) {
    const g = of(one);
    assert.equal(outSize(g), one.out);
    assert.deepEqual(one.taps.map((_, at) => taps(g, at)), one.taps);
    assert.equal(problem(g) === "", one.out > 0);
  }
});

test("every border copies the columns that the Python reference copies", () => {
  for (const { size, padding, sources } of cases) {
    for (const [mode, columns] of Object.entries(sources)) {
      assert.deepEqual(columns.map((_, at) => source(at - padding[0], size, mode)), columns);
    }
  }
});

test("what is not read is what no tap meets", () => {
  for (const one of cases.filter(({ out }) => out)) {
    const { columns, between, left, padding } = unread(of(one));
    const read = new Set(one.taps.flat());
    const never = Array.from({ length: one.size }, (_, column) => column).filter((column) => !read.has(column));
    assert.deepEqual([...between, ...columns], never);
    assert.equal(left, columns.length + padding);
    assert.ok(left < one.stride);
  }
});

test("no two windows of a lane overlap", () => {
  for (const one of cases.filter(({ out }) => out)) {
    const g = of(one);
    for (let at = lanes(g); at < one.out; at += 1) assert.ok(taps(g, at)[0] > taps(g, at - lanes(g)).at(-1));
  }
});

test("the formula is written out with its numbers", () => {
  assert.equal(formulaInLetters(STEM), "⌊(n + 2·p − d·(k − 1) − 1) / s⌋ + 1");
  assert.equal(formulaInNumbers(STEM), "⌊(224 + 2·3 − 1·(7 − 1) − 1) / 2⌋ + 1 = ⌊223 / 2⌋ + 1 = 111 + 1 = 112");
  const even = of({ size: 8, kernel: 4, padding: [1, 2] });
  assert.equal(formulaInLetters(even), "⌊(n + p + p′ − d·(k − 1) − 1) / s⌋ + 1");
  assert.equal(formulaInNumbers(even), "⌊(8 + 1 + 2 − 1·(4 − 1) − 1) / 1⌋ + 1 = ⌊7 / 1⌋ + 1 = 7 + 1 = 8");
  assert.match(formulaInNumbers(of({ size: 4, kernel: 5 })), /= ⌊−1 \/ 1⌋ \+ 1 = −1 \+ 1 = 0$/);
  assert.equal(formulaInNumbers(of({ stride: 0 })), "");
});

test("what the floor drops is told by column", () => {
  assert.equal(verdict(PLAIN), "The last window ends on the last cell: the floor drops nothing.");
  const floor = "One more step would need 2 cells, and 1 is left. The floor drops";
  assert.equal(verdict(STEM), `${floor} 1 padding cell.`);
  assert.equal(verdict(of({ size: 8, stride: 2 })), `${floor} column 7 of the input.`);
  const far = of({ size: 10, kernel: 2, stride: 5, padding: [0, 1] });
  assert.match(verdict(far), /4 are left\. .*drops columns 7, 8 and 9 of the input and 1 padding cell\. Besides, .* 2, 3 and 4/);
});

test("what cannot be is explained, with what to do", () => {
  assert.match(problem(of({ stride: 0 })), /never leaves the first window/);
  assert.match(problem(of({ dilation: 0 })), /all 3 taps would read one cell.*has dilation 1, not 0/);
  assert.match(problem(of({ kernel: 1, dilation: 0 })), /^Dilation is the distance/);
  assert.match(problem(of({ size: 4, dilation: 2 })), /spans 5 cells; .* has only 4\. Use padding 1 or more/);
  assert.match(problem(of({ padding: [7, 7], mode: "reflect" })), /7 columns can give 6 at most .* 7 are asked for/);
  assert.match(problem(of({ padding: [7, 8], mode: "circular" })), /gives 7 padding cells at most/);
  assert.equal(problem(of({ padding: [7, 7], mode: "circular" })), "");
});

test("a window tells what it reads, and what its padding is made of", () => {
  assert.equal(
    readsText(STEM, 0),
    "Output 0 begins at 0·2 − 3 = −3 and reads 3 padding cells (zeros) and columns 0, 1, 2 and 3.",
  );
  const wide = of({ padding: [2, 2], dilation: 2, mode: "reflect" });
  assert.match(readsText(wide, 6), /begins at 6·1 − 2 = 4 and reads 1 padding cell \(a copy of column 4\) and columns 4 and 6\.$/);
  assert.match(readsText(of({ padding: [2, 2], mode: "replicate" }), 0), /2 padding cells \(copies of column 0\)/);
  assert.equal(columnsText([1, 3, 5, 7, 9, 11, 13]), "columns 1, 3, … 13");
});

test("the line of PyTorch says the same", () => {
  assert.match(torchLine(STEM), /kernel_size=7, stride=2, dilation=1, padding=3\) {3}# 224 → 112$/);
  assert.match(torchLine(of({ padding: [1, 2], mode: "circular" })), /F.pad\(x, \(1, 2, 1, 2\), mode="circular"\)/);
  assert.match(torchLine(of({ dilation: 0 })), /# 7 → an error$/);
});

test("the examples keep what their names promise", () => {
  const sizes = Object.fromEntries(
    PRESETS.map(([name, [size, kernel, stride, before, after, dilation]]) => {
      return [name, [size, outSize(of({ size, kernel, stride, padding: [before, after], dilation }))]];
    }),
  );
  for (const [name, [size, out]] of Object.entries(sizes)) if (name.startsWith("Same")) assert.equal(out, size, name);
  assert.deepEqual(sizes["Stem of a ResNet"], [224, 112]);
  assert.deepEqual(sizes["Even kernel, padding k/2"], [8, 9]);
  assert.deepEqual(sizes["Does not fit"], [4, 0]);
});
