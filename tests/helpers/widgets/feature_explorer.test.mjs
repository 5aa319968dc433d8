import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { questionsOf } from "../../../helpers/widgets/feature_explorer.js";
import {
  atHand, chance, largest, mapOf, meanSharing, nearestOf, readMap, sharing, unpacked, windowOf,
} from "../../../helpers/widgets/parts/feature_maps.js";
import {
  answersText, cellText, guessText, layerText, mapText, meanText, nearText, strongestText, valueText,
} from "../../../helpers/widgets/parts/feature_words.js";

const script = fileURLToPath(new URL("reference_features.py", import.meta.url));
const whole = { encoding: "utf8", maxBuffer: 2 ** 26 };
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], whole));
const bytes = (name) => new DataView(Uint8Array.from(Buffer.from(reference[name], "base64")).buffer);
const [packed, near, { facts }] = [bytes("maps"), bytes("near"), reference];
const data = await unpacked(packed);
const close = (got, expected, slack = 1e-3) => assert.ok(Math.abs(got - expected) <= slack, `${got} is not ${expected}`);

test("the maps are unpacked once, and used up to the last", async () => {
  assert.equal(await unpacked(packed), atHand(packed));
  const count = facts.layers.reduce((sum, { kept, shown }) => sum + kept ** 2 * shown.length, 0);
  assert.equal(data.length, count * facts.photographs.length);
});

test("maps and what is read of them are numpy's", () => {
  for (const { levels, read, ...where } of reference.maps_of) {
    const map = mapOf(data, facts, where);
    assert.deepEqual(Array.from(map), levels);
    const got = readMap(map, facts.layers[where.layer].limits[where.rank]);
    for (const name of ["least", "most", "strength"]) close(got[name], read[name]);
    assert.deepEqual([got.at, got.ties], [read.at, read.ties]);
  }
});

test("what a cell reads is its receptive field, as far as the photograph goes", () => {
  facts.layers.forEach(({ field }, layer) => {
    assert.deepEqual(reference.windows[layer].map((_, cell) => windowOf(field, cell)), reference.windows[layer]);
  });
});

test("the nearest of a drawing, their cosines and their classes are numpy's", () => {
  for (const { of, drawing, cosine, same } of reference.near_of) {
    facts.spaces.forEach((_, space) => {
      const nearest = nearestOf(near, facts, space, of);
      assert.deepEqual(nearest.map((one) => one.drawing), drawing[space]);
      assert.deepEqual(nearest.map((one) => one.same), same[space]);
      nearest.forEach((one, place) => close(one.cosine, cosine[space][place], 0.5 / 127 + 1e-6));
      assert.equal(sharing(nearest), same[space].filter(Boolean).length);
    });
  }
});

test("on average as many share the class as numpy counts, and at random as many as can be expected", () => {
  meanSharing(near, facts).forEach((mean, space) => close(mean, reference.means[space], 1e-9));
  close(chance(facts.labels, 5), reference.chance, 1e-9);
});

test("the photograph that answers most strongly is the one whose cells are furthest from 0", () => {
  assert.equal(largest([1, 3, 2, 3]), 1);
  const names = ["cat", "coffee", "camera"];
  const told = (strengths) => strongestText(names, 1, strengths);
  const most = "Its cells are 2.5 away from 0 on average";
  assert.equal(told([1.234, 2.5, 1]), `${most}: no photograph answers more strongly. Next comes the cat, with 1.23.`);
  assert.equal(told([1, 2.5, 12.34]), `${most}; the camera answers most strongly, with 12.3.`);
  assert.equal(told([1, 2.5, 2.5]), `${most}, as on the camera.`);
  assert.equal(told([0, 0, 4.96]), "The camera answers most strongly: 4.96.");
});

test("numbers are written with no more decimals than the eight bits hold", () => {
  assert.deepEqual([valueText(-0.04, 6), valueText(-3.26, 6), valueText(-0.3, 54), valueText(-37.4, 54)], ["0", "−3.3", "0", "−37"]);
});

test("sentences say what the numbers are", () => {
  const [stem, block2] = facts.layers;
  assert.match(layerText(stem, facts.photographs), /^Stem: 32 maps of 112×112, 401,408 numbers\. Shown are the eight/);
  assert.match(layerText(stem, facts.photographs), /all five photographs.* kept as 56×56: the mean of each 2×2\.$/);
  assert.match(layerText(block2, facts.photographs), /^Block 2: 24 maps of 56×56, 75,264 numbers\..*the most varied first\.$/);
  assert.match(answersText(stem, 0), new RegExp(`in channel ${stem.shown[0]} of the stem, as the mean distance`));
  assert.match(guessText(facts, 1), /^The whole network takes the coffee for: espresso 0\.9\d, /);
  const read = { least: -21.3, most: 33, strength: 4, at: 61, ties: 1 };
  const told = mapText(facts, { layer: 1, photograph: 1, rank: 0 }, read, [1, 4, 2, 3, 1]);
  assert.ok(told.startsWith(`Block 2, channel ${block2.shown[0]}, on the coffee: from −21 to 33, furthest from 0 in row 1, column 5. Its`));
  assert.match(mapText(facts, { layer: 1, photograph: 1, rank: 0 }, { ...read, ties: 1001 }, [1, 4, 2, 3, 1]), /5 and 1,000 more\. /);
  const nothing = { least: 0, most: 0, strength: 0, at: 0, ties: 3136 };
  assert.match(mapText(facts, { layer: 0, photograph: 0, rank: 0 }, nothing, [0, 4, 2, 3, 1]), /: 0 everywhere\. The coffee answers/);
  assert.equal(
    nearText(facts, 0, [3, 2, 3, 5]),
    "Of the five drawings nearest to this bird, so many share its class: 3 by pixels, 2 by block 2, 3 by block 10 and 5 by the head.",
  );
  assert.match(meanText(facts, reference.means, 0.644), /^On average over all 338 drawings: 1\.41 by pixels, .* Of five drawn at random, 0\.64 would\.$/);
});

test("what a cell reads is told, with what of it lies in the photograph", () => {
  const layer = facts.layers.find(({ name }) => name === "block 4");
  const told = (from, to) => cellText(layer, 0, [3, 4], 7.9, [[from, to], [40, 107]]);
  assert.equal(told(10, 77), "Row 3, column 4: 8. This cell reads the outlined window of 67×67 pixels.");
  assert.match(told(0, 60), /67×67 pixels, 60×67 of them in the photograph\.$/);
  const head = facts.layers.at(-1);
  assert.match(cellText(head, 0, [0, 0], 0, [[0, 224], [0, 224]]), /851×851 pixels: the whole photograph, and zeros around it\.$/);
  assert.match(cellText(facts.layers[0], 0, [0, 0], 0.5, [[0, 5], [0, 5]]), /0\.5\. Its four cells read the outlined window of 5×5/);
});

test("what was asked comes true in the data", () => {
  const right = questionsOf(facts, reference.means).map(({ choices, right: at }) => choices[at]);
  assert.deepEqual(right, ["it shrinks", "it grows", "it grows"]);
});
