import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { allowed } from "../../../helpers/widgets/depth_slider.js";
import { counted, even, fromZero, logarithmic, powerText } from "../../../helpers/widgets/parts/axes.js";
import { apart, marked } from "../../../helpers/widgets/parts/chart.js";
import { questions } from "../../../helpers/widgets/parts/depth_questions.js";
import { KINDS, MEASURES, column, compared, counts, grown, meanRun, ratios, unpack } from "../../../helpers/widgets/parts/depth_runs.js";
import {
  blockText, epochText, factText, gradientText, linesText, pairText, percentText, sizeText, stepText, valueText, valuesText, whenText,
} from "../../../helpers/widgets/parts/depth_words.js";

const script = fileURLToPath(new URL("reference_depth.py", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));
const options = { encoding: "utf8", maxBuffer: 2 ** 26, cwd: root, env: { ...process.env, PYTHONPATH: root } };
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], options)).map((one) => {
  const bytes = new DataView(Uint8Array.from(Buffer.from(one.bytes, "base64")).buffer);
  return { ...one, bytes, runs: unpack(bytes, one.layout) };
});
const [{ layout, runs }] = reference; // made up; after them come those measured

function assertClose(got, expected) {
  assert.equal(got.length, expected.length);
  got.forEach((value, at) => assert.ok(Math.abs(value - expected[at]) <= 1e-6 * Math.max(1, Math.abs(expected[at]))));
}

test("what Python packed is read to the last number, and means and ratios are numpy's", () => {
  for (const { layout, bytes, runs, cases } of reference) {
    assert.equal(4 * counts(layout), bytes.byteLength);
    assert.equal(cases.length, 2 * layout.depths.length);
    for (const { kind, depth, means, norms, ratios: expected } of cases) {
      const at = layout.depths.indexOf(depth);
      for (const measure of MEASURES) assertClose(meanRun(runs.curves[measure][kind][at]), means[measure]);
      norms.forEach((one, moment) => {
        assertClose(meanRun(runs.norms[kind][at][moment]), one);
        assertClose(ratios(runs.norms[kind][at][moment]), expected[moment]);
      });
    }
  }
});

test("a sentence says of each depth's runs, after each epoch, what numpy says of them", () => {
  for (const { layout, runs, cases } of reference) {
    for (const { kind, depth, told } of cases) {
      const at = layout.depths.indexOf(depth);
      for (const measure of MEASURES) {
        const texts = layout.epochs.map((_, place) => valuesText(measure, column(runs.curves[measure][kind][at], place)));
        assert.deepEqual(texts, told[measure]);
      }
    }
  }
});

test("of the networks that were measured, the slider says that they degrade, and do not overfit", () => {
  const [, { layout, runs }] = reference;
  const [end, last] = [layout.epochs.length - 1, layout.depths.length - 1];
  const values = (measure, kind, at) => column(runs.curves[measure][kind][at], end);
  const step = (measure, kind) => compared(measure, values(measure, kind, last), values(measure, kind, last - 1));
  assert.deepEqual(MEASURES.map((measure) => step(measure, "plain")), ["worse", "worse", "worse"]);
  for (const measure of MEASURES) assert.equal(compared(measure, values(measure, "residual", last), values(measure, "plain", last)), "better");
  assert.equal(grown(ratios(runs.norms.plain[last][0])), "much larger");
  assert.deepEqual(questions(runs, layout).map(({ right }) => right), [1, 1, 2]);
});

test("the deepest networks are told as the lesson tells them", () => {
  const values = (measure, at) => Object.fromEntries(KINDS.map((kind) => [kind, column(runs.curves[measure][kind][at], 19)]));
  const [now, before] = [values("train_accuracy", 3), values("train_accuracy", 2)];
  const fact = "38 layers, plain: 46 to 62 % of the training digits right after 20 epochs; residual: all of them.";
  assert.equal(factText({ depth: 38, measure: "train_accuracy", epoch: 20 }, now), fact);
  const outcomes = Object.fromEntries(KINDS.map((kind) => [kind, compared("train_accuracy", now[kind], before[kind])]));
  assert.deepEqual(outcomes, { plain: "worse", residual: "same" });
  const step = "With 20 layers: plain 90 to 95 %, residual 100 %. With more layers the plain network gets worse on the training " +
    "digits. That is no overfitting, which makes the training better and only the test worse. " +
    "The residual network stays as it is.";
  assert.equal(stepText({ depth: 20, measure: "train_accuracy" }, before, outcomes, "worse"), step);
  const way = Object.fromEntries(KINDS.map((kind) => [kind, ratios(runs.norms[kind][3][0])]));
  const told = "Before training, plain: the first block's gradient is 4,000 times the last's. Residual: 15 times. " +
    "Neither vanishes on its way back: both grow.";
  assert.equal(gradientText(0, 18, way), told);
});

test("a difference is one only where all runs are on the same side, and of a loss less is better", () => {
  assert.equal(compared("train_accuracy", [0.8, 0.9], [0.5, 0.7]), "better");
  assert.equal(compared("train_loss", [0.8, 0.9], [0.5, 0.7]), "worse");
  assert.equal(compared("test_accuracy", [0.1], [0.2, 0.3]), "worse");
  assert.equal(compared("train_loss", [0.1], [0.2, 0.3]), "better");
  assert.equal(compared("train_accuracy", [0.5, 0.7], [0.7, 0.9]), "overlap");
  assert.equal(compared("train_accuracy", [1, 1], [1, 1]), "same");
  assert.equal(pairText("worse"), "Every plain run is better than every residual one.");
});

test("worse on the test digits is called overfitting only where the training is not worse", () => {
  const said = (training, outcome = "worse") =>
    stepText({ depth: 8, measure: "test_accuracy" }, { plain: [0.9] }, { plain: outcome }, training);
  assert.match(said("worse"), /gets worse on the test digits\. Its training gets worse as well, so this is no overfitting\.$/);
  assert.match(said("overlap"), /Its training shows no clear difference: these runs cannot tell whether it overfits\.$/);
  for (const training of ["better", "same"]) {
    assert.match(said(training), /Its training does not get worse: that looks like overfitting\.$/);
  }
  assert.equal(said("worse", "better"), "With 8 layers: plain 90 %. With more layers the plain network gets better on the test digits.");
  assert.match(said("worse", "overlap"), /the plain network shows no clear difference on the test digits: the runs overlap\.$/);
  const loss = stepText({ depth: 8, measure: "train_loss" }, { plain: [0.5, 0.25] }, { plain: "worse" }, "better");
  assert.match(loss, /^With 8 layers: plain 0\.25 to 0\.5\. .* worse on the training digits\. That is no overfitting/);
});

test("what is covered is not told", () => {
  const values = { plain: [0.5, 0.625] };
  assert.equal(factText({ depth: 8, measure: "test_accuracy", epoch: 1 }, values), "8 layers, plain: 50 to 63 % of the test digits right after 1 epoch.");
  const loss = factText({ depth: 8, measure: "train_loss", epoch: 0 }, { plain: [2.25], residual: [0.00001] });
  assert.equal(loss, "8 layers, plain: a training loss of 2.3 before training; residual: below 0.0001.");
});

test("a share is never rounded to all or none where it is neither", () => {
  const shares = [1, 0.99928, 0.9998, 0.995, 0.46, 0.004, 0.0004, 0];
  assert.deepEqual(shares.map(percentText), ["100", "99.9", "99.98", "99.5", "46", "0.4", "0.04", "0"]);
  assert.equal(valuesText("train_accuracy", [0.9998, 1]), "99.98 to 100 %");
  assert.equal(valuesText("train_accuracy", [0, 0]), "none");
  assert.equal(factText({ depth: 4, measure: "train_accuracy", epoch: 2 }, { plain: [1], residual: [0] }),
    "4 layers, plain: all of the training digits right after 2 epochs; residual: none of them.");
  assert.deepEqual([valueText("test_accuracy", 0.5), valueText("train_loss", 1.239)], ["50 %", "1.2"]);
});

test("sizes of gradients are readable, large and small", () => {
  const sizes = [0, 0.12345, 34.5, 3412, 987654, 2.51e-7, 1.2e9];
  assert.deepEqual(sizes.map(sizeText), ["0", "0.12", "35", "3,400", "990,000", "2.5·10⁻⁷", "1.2·10⁹"]);
  assert.equal(powerText(-12), "10⁻¹²");
  assert.equal(blockText(4, 9, { plain: 120, residual: 0.5 }), "Block 5 of 9, mean gradient size: plain 120, residual 0.5");
});

test("a gradient's way is told as it is, a vanishing one too", () => {
  const cases = [[[11, 4000], "much larger"], [[1.5, 4], "larger"], [[0.5, 2], "alike"], [[0.6, 3], "mixed"], [[0.2, 0.9], "smaller"],
    [[0.05, 0.09], "much smaller"], [[0, 3], "none"], [[NaN], "none"], [[Infinity, 2], "none"]];
  for (const [values, expected] of cases) assert.equal(grown(values), expected);
  const told = gradientText(20, 3, { plain: [0.01, 0.02], residual: [0.8, 1.2] });
  assert.equal(told, "After 20 epochs, plain: the first block's gradient is 0.01 to 0.02 times the last's. " +
    "It vanishes on its way back. Residual: 0.8 to 1.2 times. It neither grows nor shrinks much.");
  assert.match(gradientText(0, 3, { plain: [NaN] }), /no number of times the last's\. In some run one of these two blocks has no gradient\.$/);
  assert.equal(gradientText(0, 1, { plain: [1] }), "Before training: there is one block only, so nothing to compare along the way.");
  assert.equal(linesText({ plain: [0.1, 0.5], residual: [0.2, 1] }, percentText), "means: plain from 10 to 50, residual from 20 to 100");
});

test("what is right follows from the runs, whichever way they go", () => {
  assert.deepEqual(questions(runs, layout).map(({ choices, right }) => choices[right]),
    ["the residual one does", "it falls", "it is more than ten times as large"]);
  const swapped = {
    curves: { train_accuracy: { plain: runs.curves.train_accuracy.residual, residual: runs.curves.train_accuracy.plain } },
    norms: { plain: runs.norms.residual },
  };
  assert.deepEqual(questions(swapped, layout).map(({ right }) => right), [0, 2, 2]);
  const norms = (one, other) => ({ plain: [...runs.norms.plain.slice(0, 3), [[[one, 1], [other, 1]]]] });
  const right = (one, other) => questions({ ...runs, norms: norms(one, other) }, layout)[2]?.right;
  assert.deepEqual([right(0.01, 0.02), right(0.5, 3), right(8, 14)], [0, 1, undefined]);
});

test("epochs are counted in words, and a training loss is that of an epoch", () => {
  assert.deepEqual([["train_loss", 3], ["train_loss", 0], ["train_accuracy", 3]].map((one) => whenText(...one)),
    ["in epoch 3", "before training", "after 3 epochs"]);
  assert.deepEqual([0, 1, 20].map(epochText), ["before training", "after 1 epoch", "after 20 epochs"]);
});

test("axes hold all values, and tell round ones", () => {
  const texts = ({ ticks }) => ticks.map(({ text }) => text);
  assert.deepEqual(texts(fromZero(2.37, String)), ["0", "0.5", "1", "1.5", "2", "2.5"]);
  assert.deepEqual(texts(fromZero(0.3, String)), ["0", "0.1", "0.2", "0.3"]);
  assert.deepEqual(texts(fromZero(0, String)), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
  assert.equal(fromZero(2.37, String).place(2.5), 1);
  const log = logarithmic([0, 0.02, 300]);
  assert.deepEqual(texts(log), ["10⁻²", "10⁻¹", "10⁰", "10¹", "10²", "10³"]);
  assert.deepEqual([log.place(0), log.place(0.01), log.place(1000)], [0, 0, 1]);
  assert.deepEqual(texts(logarithmic([1e-9, 1e3])), ["10⁻⁹", "10⁻⁷", "10⁻⁵", "10⁻³", "10⁻¹", "10¹", "10³"]);
  assert.deepEqual(texts(logarithmic([0, 0])), ["10⁰", "10¹"]);
  const upTo = (count) => Array.from({ length: count }, (_, at) => at + 1);
  assert.deepEqual(texts(counted(upTo(20))), ["1", "5", "10", "15", "20"]);
  assert.deepEqual(texts(counted(upTo(18))), ["1", "5", "10", "15", "18"]);
  assert.deepEqual(texts(counted(upTo(9))), ["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  assert.deepEqual(counted([1]).ticks, [{ at: 0, text: "1" }]);
  assert.deepEqual(even([4, 8, 20, 38]).ticks.map(({ at }) => at), [0, 1 / 3, 2 / 3, 1]);
});

test("marks are even and few, and names that would overlap are moved apart", () => {
  assert.deepEqual(marked(4), [0, 1, 2, 3]);
  assert.deepEqual(marked(20), [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
  assert.deepEqual(apart([0.2, 0.9]), [0.2, 0.9]);
  assertClose(apart([1, 1]), [1, 0.87]);
  assertClose(apart([0.48, 0.52]), [0.435, 0.565]);
});

test("what was kept is taken up only where it is among the runs", () => {
  const now = { depth: 38, measure: "train_loss", epoch: -1, moment: 1, block: 17 };
  assert.ok(allowed(now, layout));
  const wrong = [{ depth: 12 }, { measure: "loss" }, { epoch: 20 }, { epoch: -2 }, { moment: 2 }, { block: 18 }, { block: "1" }];
  for (const one of wrong) assert.ok(!allowed({ ...now, ...one }, layout));
});
