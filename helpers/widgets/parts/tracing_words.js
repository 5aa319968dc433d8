/** What is seen in the field tracer, in words and numbers. */

import { fields, mapSizes } from "./tracing.js";
import { numberText, termText } from "./written.js";

const counted = (count, noun) => `${thousands(count)} ${noun}${count === 1 ? "" : "s"}`;

/** A whole number with commas between thousands. @param {number} count */
export function thousands(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** How a layer changes size, jump and beginning, with its numbers. @param {import("./tracing.js").Layer[]} layers */
export function steps(layers, size) {
  const [all, sizes] = [fields(layers), mapSizes(layers, size)];
  return layers.map(([, kernel, stride, padding, dilation], at) => {
    const [before, after] = [all[at], all[at + 1]];
    return {
      size: `${before.size} + ${dilation}·(${kernel} − 1)·${before.jump} = ${after.size}`,
      jump: `${before.jump}·${stride} = ${after.jump}`,
      first: `${numberText(before.first)} − ${padding}·${before.jump} = ${numberText(after.first)}`,
      cells: counted(sizes[at + 1], "cell"),
    };
  });
}

/** From where to where one cell of the last map sees. @param {ReturnType<import("./tracing.js").trace>} levels */
export function seesText(levels, layers, size, cell) {
  const { first: begin, jump, size: field } = fields(layers)[layers.length];
  const { first, last, inside } = levels[0];
  const outside = Math.max(0, -first) + Math.max(0, last - size + 1);
  const where = `${numberText(begin)} + ${cell}·${jump} = ${numberText(first)}`;
  const border = outside ? ` ${outside} of them ${outside === 1 ? "is" : "are"} padding.` : "";
  const within = Math.min(last, size - 1) - Math.max(first, 0) + 1;
  const gaps = inside.size < within ? ` It reads only ${inside.size} of the ${within} on the input: there are gaps.` : "";
  const to = `to ${numberText(first)} + ${termText(field)} − 1 = ${numberText(last)}`;
  return `Cell ${cell} sees from ${where} ${to}: ${counted(field, "cell")}.${border}${gaps}`;
}

/** How many ways lead where. @param {ReturnType<import("./tracing.js").trace>} levels */
export function waysText(levels) {
  const ways = [...levels[0].inside].sort(([one], [other]) => one - other);
  const total = ways.reduce((sum, [, count]) => sum + count, 0);
  const ended = levels.reduce((sum, { padding }) => sum + [...padding.values()].reduce((all, count) => all + count, 0), 0);
  const border = ended ? ` ${counted(ended, "more way")} end${ended === 1 ? "s" : ""} in padding.` : "";
  if (!ways.length) return `No way leads to the input.${border}`;
  const most = Math.max(...ways.map(([, count]) => count));
  const few = Math.min(...ways.map(([, count]) => count));
  const lead = `${counted(total, "way")} lead${total === 1 ? "s" : ""} to the input`;
  if (most === few) return `${lead}, ${thousands(most)} to each cell that is read: all count alike.${border}`;
  const best = ways.filter(([, count]) => count === most).map(([at]) => at);
  const where = best.length === 1 ? `cell ${best[0]}` : `each of ${best.length} cells from ${best[0]} to ${best.at(-1)}`;
  const ends = `${thousands(ways[0][1])} to cell ${ways[0][0]} and ${thousands(ways.at(-1)[1])} to cell ${ways.at(-1)[0]}`;
  return `${lead}: ${thousands(most)} to ${where}, but ${ends} at the ends.${border}`;
}

/** The same layers in PyTorch, along both axes. @param {import("./tracing.js").Layer[]} layers */
export function torchLine(layers) {
  const layer = ([kind, kernel, stride, padding, dilation]) => {
    const own = kind === "pool" ? kernel : 1;
    const options = [stride !== own && `stride=${stride}`, padding && `padding=${padding}`];
    const given = [...options, dilation !== 1 && `dilation=${dilation}`].filter(Boolean).map((one) => `, ${one}`).join("");
    return kind === "pool" ? `nn.MaxPool2d(${kernel}${given})` : `nn.Conv2d(1, 1, ${kernel}${given})`;
  };
  return `nn.Sequential(\n${layers.map((one) => `    ${layer(one)},\n`).join("")})`;
}
