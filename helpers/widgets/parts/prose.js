/** A sentence with `code` in backticks, as nodes. It is set as text: no markup is ever built from data. */

import { h } from "./dom.js";

/** @param {string} text @returns {(Node|string)[]} */
export function prose(text) {
  return text.split("`").map((piece, i) => (i % 2 ? h("code", { text: piece }) : piece));
}

/**
 * What to say where several explanations fit one wrong answer. None is ever picked at random.
 * @param {string[]} explanations @param {string} otherwise what to say where there is none
 * @returns {string}
 */
export function oneOf(explanations, otherwise) {
  if (explanations.length === 0) return otherwise;
  if (explanations.length === 1) return explanations[0];
  if (explanations.length === 2) return `This can come about in two ways. Either: ${explanations.join(" Or: ")}`;
  return `${otherwise} At least ${explanations.length} slips lead here, so we cannot tell which it was.`;
}
