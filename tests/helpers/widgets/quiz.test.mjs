import assert from "node:assert/strict";
import { test } from "node:test";
import { fitting, onwards, shuffled } from "../../../helpers/widgets/cards.js";
import { judge, progress } from "../../../helpers/widgets/quiz.js";

const number = { kind: "number", options: [[3, true, ""], [2, false, "The first is forgotten."]], because: "5 − 3 + 1" };
const choices = { kind: "choices", options: [["a", true, "a too"], ["b", false, "not b"], ["c", true, "c too"]], because: "so" };

test("a number is answered by the slip it betrays", () => {
  assert.deepEqual(judge(number, ["3"]), { state: "right", says: ["5 − 3 + 1"] });
  assert.deepEqual(judge(number, ["2"]), { state: "wrong", says: ["The first is forgotten."] });
  assert.deepEqual(judge(number, ["4"]), { state: "wrong", says: ["Not this number."] });
  assert.equal(judge(number, []).state, "empty");
});

test("of several choices the wrong ones are told, else what is missing", () => {
  assert.equal(judge(choices, ["a", "c"]).state, "right");
  assert.deepEqual(judge(choices, ["a", "b"]).says, ["not b"]);
  assert.deepEqual(judge(choices, ["a"]).says, ["Right so far, but something is missing.", "c too"]);
  assert.equal(judge(choices, []).state, "empty");
});

test("progress counts the right ones and those right at once", () => {
  const states = [{ right: true, tries: 1 }, { right: true, tries: 3 }, { right: false, tries: 2 }];
  assert.equal(progress(states), "2 of 3 right, 1 at the first try");
});

test("cards: a shuffled order holds each card once, walking goes round", () => {
  assert.deepEqual([...shuffled(5, () => 0.3)].sort(), [0, 1, 2, 3, 4]);
  assert.deepEqual([onwards(4, 1, 5), onwards(0, -1, 5)], [0, 4]);
});

test("cards: what was kept for other cards is not used", () => {
  assert.deepEqual(fitting({ place: 2, known: [1], order: [2, 1, 0] }, 3).place, 2);
  assert.deepEqual(fitting({ place: 4, known: [4], order: [4, 3, 2, 1, 0] }, 3), { place: 0, known: [], order: [0, 1, 2] });
});
