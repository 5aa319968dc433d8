/** Moving among the cells of a grid by keyboard: the grid is one stop of the Tab key, arrow keys move inside it. */

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * The cell that a key leads to, or −1 where it leads out of the grid or is none of these keys.
 * @param {number} at @param {number} rows @param {number} columns @param {string} key
 * @param {boolean} [turned] whether the grid is shown turned by 180°
 * @returns {number}
 */
export function neighbour(at, rows, columns, key, turned = false) {
  const step = STEPS[key];
  if (!step) return -1;
  const sign = turned ? -1 : 1;
  const [row, column] = [Math.floor(at / columns) + sign * step[0], (at % columns) + sign * step[1]];
  return row < 0 || column < 0 || row >= rows || column >= columns ? -1 : row * columns + column;
}

/** Make one of the elements the grid's only stop of the Tab key. @param {HTMLElement[]} elements @param {number} at */
export function makeStop(elements, at) {
  elements.forEach((element, place) => {
    element.tabIndex = place === at ? 0 : -1;
  });
}
