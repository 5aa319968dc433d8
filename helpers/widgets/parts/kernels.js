/** The playground's kernels, row by row, slid as they stand (cross-correlation). */

export const KERNELS = {
  "vertical edges": [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  "horizontal edges": [-1, -1, -1, 0, 0, 0, 1, 1, 1],
  sobel: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  laplacian: [0, 1, 0, 1, -4, 1, 0, 1, 0],
  blur: Array(9).fill(1 / 9),
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  emboss: [-2, -1, 0, -1, 1, 1, 0, 1, 2],
};

/** Names as a reader sees them. */
export const TITLES = {
  "vertical edges": "Vertical edges",
  "horizontal edges": "Horizontal edges",
  sobel: "Sobel (horizontal edges)",
  laplacian: "Laplacian",
  blur: "Blur",
  sharpen: "Sharpen",
  emboss: "Emboss",
  own: "Your own",
};

/** What each does, in one sentence. */
export const SAYS = {
  "vertical edges": "Right column minus left column: it answers where the brightness changes from left to right.",
  "horizontal edges": "Bottom row minus top row: it answers where the brightness changes from top to bottom.",
  sobel: "Bottom row minus top row, the middle counted twice: horizontal edges, less shaken by noise.",
  laplacian: "The four neighbours minus four times the middle: it answers on both sides of any edge, and to dots.",
  blur: "The mean of nine pixels.",
  sharpen: "The picture minus its Laplacian: what differs from its neighbours is made to differ more.",
  emboss: "The picture plus its change along the diagonal: it looks as if lit from one corner.",
  own: "Your own nine weights: type over any of them.",
};

/** Whether a kernel gives a picture again: its weights sum to 1, so flat areas keep their brightness. */
export function keepsBrightness(weights) {
  return Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-6;
}
