import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNumber, says } from "../../../helpers/widgets/parts/numbers.js";

test("numbers are read as people type them", () => {
  const typed = { 7: 7, "+2": 2, "−3": -3, "-3": -3, "–3": -3, "7,5": 7.5, "7.5": 7.5, " 1 / 3 ": 1 / 3, "−1/2": -0.5, "1/-2": -0.5, ".5": 0.5 };
  for (const [text, value] of Object.entries(typed)) assert.equal(parseNumber(text).value, value, text);
});

test("what is no number is told so in words", () => {
  for (const text of ["", "seven", "1,2,3", "3x", "--3", "1/", "1e3", "NaN"]) assert.match(parseNumber(text).problem, /type/);
  assert.match(parseNumber("1/0").problem, /divided by 0/);
});

test("two decimals or more may be rounded, one may not", () => {
  for (const text of ["1/3", "0.33", "0,333"]) assert.ok(says(parseNumber(text), 1 / 3), text);
  for (const text of ["0.3", "0.34", "0.332"]) assert.ok(!says(parseNumber(text), 1 / 3), text);
});
