import assert from "node:assert/strict";
import { test } from "node:test";
import { explanations, judge, neighbour, place } from "../../../helpers/widgets/box.js";

const box = {
  answer: [7, 9, 11],
  slips: [{ name: "turned", answer: [1, 2, 11], says: "Turned." }, { name: "summed", answer: [14, 18, 22], says: "Summed." }],
  hints: [[[12, "Five let in."], [14, "Six doubled."]], [], []],
};
const said = (texts) => judge(box, texts).cells.map((cell) => cell.says);

test("right, wrong, empty and unreadable boxes are told apart", () => {
  const states = judge(box, ["7", "8", ""]).cells.map((cell) => cell.state);
  assert.deepEqual(states, ["right", "wrong", "empty"]);
  assert.equal(judge(box, ["x", "", ""]).cells[0].state, "unreadable");
});

test("a slip that explains all boxes is told once", () => {
  const { whole, cells } = judge(box, ["1", "2", "11"]);
  assert.equal(whole, "Turned.");
  assert.deepEqual(cells.map((cell) => [cell.state, cell.says]), [["wrong", ""], ["wrong", ""], ["right", ""]]);
});

test("a slip that explains one box only is told there", () => {
  assert.deepEqual(said(["12", "9", "11"]), ["Five let in.", "", ""]);
  assert.equal(judge(box, ["1", "9", "11"]).whole, "");
});

test("two explanations of one number are both told, none is told as none", () => {
  assert.match(said(["14", "9", "11"])[0], /Either: Six doubled\. Or: Summed\./);
  assert.equal(said(["8", "9", "11"])[0], "Not this number, and no slip known here leads to it. Go through it once more.");
});

test("more than two explanations are counted, not listed", () => {
  const many = { answer: [0], slips: [], hints: [[[1, "A."], [1, "B."], [1, "C."]]] };
  assert.equal(explanations(many, 0, { value: 1, slack: 0 }).length, 3);
  assert.match(judge(many, ["1"]).cells[0].says, /3 slips lead here/);
});

test("a single box needs no place, a row needs one number, a grid two", () => {
  assert.deepEqual([place([1, 1], 0), place([1, 3], 2), place([2, 3], 4)], ["", "Position 2", "Row 1, column 1"]);
});

test("arrow keys stay inside the grid", () => {
  assert.deepEqual(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Tab"].map((key) => neighbour([2, 3], 0, key)), [1, -1, -1, 3, -1]);
  assert.equal(neighbour([2, 3], 2, "ArrowRight"), -1);
});
