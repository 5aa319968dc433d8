// Run by test_node.py, or by hand: PYTHON=.venv/bin/python node --test tests/helpers/widgets/
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { spoken } from "../../../helpers/widgets/inspector.js";
import { VIRIDIS, viridis } from "../../../helpers/widgets/parts/colour.js";
import {
  around, channelOf, indices, meaning, painter, rangeOf, valueText, valuesAt,
} from "../../../helpers/widgets/parts/pixels.js";

const script = fileURLToPath(new URL("reference_pixels.py", import.meta.url));
const reference = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", [script], { encoding: "utf8" }));
const LOOK = { colours: "grey", inverted: false, low: 0, high: 255 };

/** Two bytes stand before the picture, as another picture's would. */
function taken({ shape: [height, width, channels], bytes }) {
  const view = new DataView(Uint8Array.from([7, 7, ...bytes]).buffer);
  return [{ name: "p", height, width, channels, start: 2 }, view];
}

function everyPixel({ pixels }, look) {
  pixels.forEach((line, row) => line.forEach((values, column) => look(row, column, values)));
}

test("every pixel is read as numpy reads it", () => {
  for (const one of reference.pictures) {
    const [picture, bytes] = taken(one);
    everyPixel(one, (row, column, values) => assert.deepEqual(valuesAt(picture, bytes, row, column), values));
  }
});

test("smallest and largest are numpy's, of a channel and of all", () => {
  for (const one of reference.pictures) {
    const [picture, bytes] = taken(one);
    one.ranges.forEach((range, channel) => assert.deepEqual(rangeOf(picture, bytes, channel), range));
    assert.deepEqual(rangeOf(picture, bytes, -1), one.range);
  }
});

test("all three indices and flat places lead to the same value", () => {
  for (const one of reference.pictures) {
    const [picture] = taken(one);
    for (const channel of picture.channels === 1 ? [0] : [-1, 0, 1, 2]) {
      everyPixel(one, (row, column, values) => {
        const wanted = channel < 0 ? values : [values[channel]];
        const told = indices(picture, row, column, channel);
        const arrays = [one.bytes, one.nchw, one.nchw];
        told.forEach(({ flat }, at) => assert.deepEqual(flat.map((place) => arrays[at][place]), wanted));
        assert.deepEqual(told.map(({ shape }) => shape), one.shapes);
      });
    }
  }
});

test("an index is written as Python reads it", () => {
  const colour = { height: 128, width: 96, channels: 3 };
  const codes = (...where) => indices(...where).map(({ code }) => code);
  assert.deepEqual(codes(colour, 7, 5, -1), ["hwc[7, 5]", "chw[:, 7, 5]", "nchw[0, :, 7, 5]"]);
  assert.deepEqual(codes(colour, 7, 5, 2), ["hwc[7, 5, 2]", "chw[2, 7, 5]", "nchw[0, 2, 7, 5]"]);
  assert.deepEqual(codes({ ...colour, channels: 1 }, 7, 5, 0), ["hw[7, 5]", "chw[0, 7, 5]", "nchw[0, 0, 7, 5]"]);
});

test("beyond the border there is nothing, and no wrap to the next row", () => {
  const [picture, bytes] = taken(reference.pictures[0]);
  const near = around(picture, bytes, 0, 3, 1);
  assert.deepEqual(near[0], [null, null, null]);
  assert.deepEqual(near[1].map(Boolean), [true, true, false]);
  assert.deepEqual(near[2][1], reference.pictures[0].pixels[1][3]);
});

test("a grey picture has its one channel whatever is chosen", () => {
  assert.equal(channelOf({ channels: 1 }, "blue"), 0);
  assert.deepEqual(["colour", "red", "blue"].map((show) => channelOf({ channels: 3 }, show)), [-1, 0, 2]);
});

test("inverting changes the colour and no number", () => {
  const [plain, inverted] = [painter(LOOK), painter({ ...LOOK, inverted: true })];
  for (const value of [0, 1, 100, 254, 255]) {
    assert.deepEqual(plain([value]), [value, value, value]);
    assert.deepEqual(inverted([value]), Array(3).fill(255 - value));
  }
  assert.deepEqual(inverted([10, 20, 30]), [245, 235, 225]);
});

test("stretched colours reach black and white, even where all values are alike", () => {
  const stretched = painter({ ...LOOK, low: 40, high: 60 });
  assert.deepEqual([40, 50, 60].map((value) => stretched([value])[0]), [0, 128, 255]);
  assert.deepEqual(painter({ ...LOOK, low: 40, high: 40 })([40]), [0, 0, 0]);
});

test("viridis is the book's", () => {
  assert.deepEqual(VIRIDIS, reference.viridis);
  assert.deepEqual([viridis(-1), viridis(1), viridis(2)], [[68, 1, 84], [253, 231, 37], [253, 231, 37]]);
  assert.deepEqual(painter({ ...LOOK, colours: "viridis", inverted: true })([255]), [68, 1, 84]);
});

test("the sentence says which end is high, and that the numbers stand", () => {
  const one = { allChannels: false, unit: false };
  assert.equal(meaning(LOOK, one), "Bright is high: 0 is shown black, 255 white.");
  assert.match(meaning({ ...LOOK, inverted: true }, one), /^Dark is high: 0 is shown white, 255 black\. Only the colours/);
  assert.match(meaning({ ...LOOK, low: 51, high: 102 }, { ...one, unit: true }), /0\.200 is shown black, 0\.400 white, the/);
  assert.match(meaning({ ...LOOK, inverted: true }, { ...one, allChannels: true }), /^A negative/);
});

test("values are bytes, or shares of 255", () => {
  assert.deepEqual([valueText(255, false), valueText(255, true), valueText(1, true)], ["255", "1.000", "0.004"]);
  assert.equal(spoken([51, 0, 255], 2, 3, true), "Row 2, column 3: red 0.200, green 0.000, blue 1.000");
  assert.equal(spoken([51], 2, 3, false), "Row 2, column 3: 51");
});
