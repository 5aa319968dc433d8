/** A reader's own picture file: it is read in the page and leaves it in no way. */

import { SIDE } from "./pictures.js";

/**
 * The middle square of a picture as grey values.
 * @param {Blob} file @returns {Promise<Float32Array>} SIDE·SIDE values from 0 to 1
 * @throws where the browser cannot read the file as a picture
 */
export async function readPicture(file) {
  const bitmap = await createImageBitmap(file);
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#ffffff"; // below pictures that can be seen through
  context.fillRect(0, 0, SIDE, SIDE);
  const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  context.drawImage(bitmap, left, top, side, side, 0, 0, SIDE, SIDE);
  bitmap.close();
  return toGrey(context.getImageData(0, 0, SIDE, SIDE).data);
}

/** Colours as brightness (ITU-R BT.601). @param {Uint8ClampedArray} bytes four a pixel @returns {Float32Array} */
export function toGrey(bytes) {
  const brightness = (_, at) => (0.299 * bytes[4 * at] + 0.587 * bytes[4 * at + 1] + 0.114 * bytes[4 * at + 2]) / 255;
  return Float32Array.from({ length: bytes.length / 4 }, brightness);
}
