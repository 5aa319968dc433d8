import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNumber, says } from "../../../helpers/widgets/parts/numbers.js";

test("numbers are read as people type them", () => {
  const typed = { 7: 7, "+2": 2, "−3": -3, "-3": -3, "–3": -3, "7,5": 7.5, "7.5": 7.5, " 1 / 3 ": 1 / 3, "−1/2": -0.5, "1/-2": -0.5, ".5": 0.5 };
  for (const [text, value] of Object.entries(typed)) assert.equal(parseNumber(text).value, value, text);
});

test("a comma may part thousands, as the book writes them", () => {
  assert.ok(says(parseNumber("150,528"), 150528));
  assert.ok(says(parseNumber("150,529,000"), 150529000));
  assert.ok(says(parseNumber("−1,500"), -1500) && says(parseNumber("1,500"), 1.5));
  for (const text of ["0,500", "15,28", "1500,000"]) assert.equal(parseNumber(text).grouped, undefined, text);
});

test("what is no number is told so in words", () => {
  for (const text of ["", "seven", "1,2,3", "3x", "--3", "1/", "1e3", "NaN"]) assert.match(parseNumber(text).problem, /type/);
  assert.match(parseNumber("1/0").problem, /divided by 0/);
});

test("two decimals or more may be rounded, one may not", () => {
  for (const text of ["1/3", "0.33", "0,333"]) assert.ok(says(parseNumber(text), 1 / 3), text);
  for (const text of ["0.3", "0.34", "0.332"]) assert.ok(!says(parseNumber(text), 1 / 3), text);
});
