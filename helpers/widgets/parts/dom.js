/** Small helpers to build a widget's elements. Text is always set as text: no markup is ever built from data. */

const CONTROLS = new Set(["button", "canvas", "input", "select", "summary", "textarea"]);

/**
 * Make an element. What can have the focus is marked, so that JupyterLab leaves its keys to it: in command mode arrows
 * would walk through the notebook. The mark must be on the element itself, since it is the first to be asked.
 * @param {string} tag
 * @param {Record<string, any>} [props] attributes; `class`, `text`, and `onclick`-like listeners too; `false`, `null`
 *   and `undefined` leave an attribute out, `true` sets it empty
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  const canHaveFocus = CONTROLS.has(tag) || "tabindex" in props || props.role === "gridcell";
  if (canHaveFocus) element.setAttribute("data-lm-suppress-shortcuts", "true");
  element.append(...children.filter((child) => child || child === ""));
  return element;
}

/**
 * Listen to traits of a model until the view goes.
 * @param {any} model @param {string[]} names @param {() => void} listener
 * @returns {() => void} stops listening
 */
export function onTraits(model, names, listener) {
  for (const name of names) model.on(`change:${name}`, listener);
  return () => {
    for (const name of names) model.off(`change:${name}`, listener);
  };
}

let count = 0;
/** An id that no other element of the page has. @param {string} stem */
export function uniqueId(stem) {
  count += 1;
  return `cnn-${stem}-${count}-${Math.random().toString(36).slice(2, 7)}`;
}

/** Whether the reader has asked for less motion. */
export function lessMotion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
