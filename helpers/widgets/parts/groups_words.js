/** What is seen at the groups slider, in formulas and sentences. */

import { costs, readBy, stages, weightsOf } from "./groups.js";
import { isExact, numberText } from "./written.js";

/** A kernel's size, which no line may break. */
export function squareText(side) {
  return `${side}\u00a0×\u00a0${side}`;
}

/** Whole numbers with their thousands apart, such as `73,728`. @param {number} value */
export function wholeText(value) {
  return value.toLocaleString("en-US");
}

/** @param {import("./groups.js").Fraction} fraction */
export function fractionText({ over, under }) {
  return under === 1 ? wholeText(over) : `${wholeText(over)}/${wholeText(under)}`;
}

/** Such as `it saves a factor of 144/25 = 5.76`, exact before it is rounded. */
function savingText({ over, under }) {
  if (under <= over) return "it saves nothing";
  const factor = under / over;
  if (over === 1) return `it saves a factor of ${wholeText(under)}`;
  const sign = isExact([factor], 3) ? "=" : "≈";
  return `it saves a factor of ${fractionText({ over: under, under: over })} ${sign} ${numberText(factor, 3)}`;
}

/** How a layer is split, and what of the full convolution is left. @param {import("./groups.js").Layer} layer */
export function splitText(layer) {
  const { in_channels: channels, out_channels: out, kernel, groups, separable } = layer;
  const { ratio } = costs(layer);
  if (separable) {
    const own = `each channel has a ${squareText(kernel)} kernel of its own`;
    const sum = `1/${out} + 1/${kernel ** 2} = ${fractionText(ratio)} of the full convolution`;
    const first = `Depthwise separable: ${own}, then a ${squareText(1)} convolution mixes them.`;
    return `${first} It costs ${sum}: ${savingText(ratio)}.`;
  }
  if (groups === 1) {
    return `One group: each output channel reads all ${channels} input channels. This is the full convolution.`;
  }
  const reads = `each output channel reads ${channels / groups} of ${channels} input channels`;
  const name = groups === channels ? "Depthwise, one group for each input channel" : `${groups} groups`;
  return `${name}: ${reads}. It costs ${fractionText(ratio)} of the full convolution.`;
}

/** Such as `16·(8/4)·3·3 = 288`. @param {import("./groups.js").Stage} stage */
export function weightsText(stage) {
  const { in_channels: channels, out_channels: out, kernel, groups } = stage;
  const inner = groups === 1 ? `${channels}` : `(${channels}/${groups})`;
  return `${out}·${inner}·${kernel}·${kernel} = ${wholeText(weightsOf(stage))}`;
}

/** Formulas of the weights and the multiply-adds. @param {import("./groups.js").Layer} layer @returns {string[]} */
export function formulas(layer) {
  const { parts, weights, macs } = costs(layer);
  const made = stages(layer).map(weightsText);
  const sum = parts.length > 1 ? [`Weights: ${parts.map(wholeText).join(" + ")} = ${wholeText(weights)}`] : [];
  const first = parts.length > 1 ? [`Depthwise: ${made[0]}`, `${squareText(1)}: ${made[1]}`] : [`Weights: ${made[0]}`];
  return [...first, ...sum, `Multiply-adds: ${wholeText(weights)}·${layer.size}·${layer.size} = ${wholeText(macs)}`];
}

/** What one output channel reads. @param {import("./groups.js").Layer} layer @param {number} channel */
export function readsText(layer, channel) {
  const all = stages(layer);
  const stage = all[all.length - 1];
  const { first, count } = readBy(stage, channel);
  const last = `${count === 2 ? "and" : "to"} ${first + count - 1}`;
  const which = count === 1 ? `channel ${first}` : `channels ${first} ${last}`;
  const read = layer.separable ? `mixes ${which} of the depthwise layer` : `reads input ${which}`;
  const taps = count * stage.kernel ** 2;
  return `Output channel ${channel} ${read}: ${count}·${stage.kernel}·${stage.kernel} = ${wholeText(taps)} weight${taps === 1 ? "" : "s"}.`;
}

/** The layer in PyTorch, and the shapes of its weights. @param {import("./groups.js").Layer} layer */
export function torchLine(layer) {
  const all = stages(layer);
  const made = all.map(({ in_channels: channels, out_channels: out, kernel, groups }) => {
    return `nn.Conv2d(${channels}, ${out}, ${kernel}${groups > 1 ? `, groups=${groups}` : ""})`;
  });
  const shapes = all.map(({ in_channels: channels, out_channels: out, kernel, groups }) => {
    return `(${out}, ${channels / groups}, ${kernel}, ${kernel})`;
  });
  const line = made.length > 1 ? `nn.Sequential(${made.join(", ")})` : made[0];
  return `${line}\n# weights: ${shapes.join(", ")}`;
}
