/** The drawn pictures of the playground: grey values from 0 (black) to 1 (white), row by row. */

export const SIDE = 128;

/** @param {(row: number, column: number) => number} brightness @returns {Float32Array} */
function drawn(brightness) {
  const values = new Float32Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) values[row * SIDE + column] = brightness(row, column);
  }
  return values;
}

/** The same with soft borders: the mean of four points in each pixel. */
function drawnSoftly(brightness) {
  const points = [-0.25, 0.25].flatMap((down) => [-0.25, 0.25].map((right) => [down, right]));
  const total = (row, column) => points.reduce((sum, [down, right]) => sum + brightness(row + down, column + right), 0);
  return drawn((row, column) => total(row, column) / 4);
}

const inside = (row, column, [middleRow, middleColumn, height, width]) =>
  ((row - middleRow) / height) ** 2 + ((column - middleColumn) / width) ** 2 <= 1;

/** Where the face's mouth is, as bounds of rows and columns of the output. */
export const MOUTH = { top: 80, bottom: 104, left: 34, right: 92 };

function mouth(row, column) {
  const across = (column - 63.5) / 25;
  const lip = 92 + 4 * (1 - across ** 2); // a smile: lowest in the middle, thin at its ends
  return Math.abs(across) <= 1 && Math.abs(row - lip) <= 3.2 * (1 - across ** 2);
}

function face(row, column) {
  if (!inside(row, column, [63.5, 63.5, 56, 46])) return 0.12;
  const eye = [45, 82].some((middle) => inside(row, column, [50, middle, 5.5, 8]));
  const nose = Math.abs(column - 63.5) <= 2 && row >= 56 && row <= 75;
  return eye || nose || mouth(row, column) ? 0.12 : 0.92;
}

/** Each makes its picture anew. @type {Record<string, () => Float32Array>} */
export const PICTURES = {
  face: () => drawnSoftly(face),
  cross: () => drawn((row, column) => Number(Math.min(Math.abs(row - 63.5), Math.abs(column - 63.5)) < 12)),
  diagonal: () => drawn((row, column) => Number(Math.abs(row - column) < 17)),
  checkerboard: () => drawn((row, column) => (Math.floor(row / 16) + Math.floor(column / 16)) % 2),
};

/** Names as a reader sees them. */
export const TITLES = {
  face: "Face",
  cross: "Cross",
  diagonal: "Diagonal",
  checkerboard: "Checkerboard",
  camera: "Photograph: camera",
  coins: "Photograph: coins",
  text: "Photograph: handwriting",
  drawing: "Your drawing",
  file: "Your picture file",
};

/** Bytes as grey values. @param {DataView} view @returns {Float32Array} */
export function fromBytes(view) {
  const values = new Float32Array(view.byteLength);
  for (let at = 0; at < values.length; at += 1) values[at] = view.getUint8(at) / 255;
  return values;
}
