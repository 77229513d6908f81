/** The longest edge of what is made: far more than the model sees, and even in the worst case small enough to be sent. */
const LONGEST_EDGE = 1000;

/** In pixels. Somewhat beyond, Chromium makes blank pictures of drawings. */
const LARGEST_DRAWING = 1e7;

/**
 * Makes a PNG of what this browser can show.
 *
 * @throws if it can't show it, or not all of it
 */
export async function toPng(file) {
  return file.type === 'image/svg+xml' ? paintDrawing(file) : paintPhotograph(file);
}

/** Sharp, however small the drawing says that it is. */
async function paintDrawing(file) {
  const drawing = new Image();
  // Of a drawing with HTML in it, Chromium gives out no pixels if it comes from a blob.
  drawing.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await file.text())}`;
  await drawing.decode();
  const { naturalWidth: width, naturalHeight: height } = drawing;
  const edge = Math.max(width, height);
  if (edge === 0 || edge > LARGEST_DRAWING) {
    throw new RangeError(`a drawing of ${edge} pixels`);
  }
  return paint(drawing, width, height, LONGEST_EDGE / edge);
}

async function paintPhotograph(file) {
  // Unlike an img, it takes nothing that is cut short.
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  try {
    return paint(bitmap, width, height, Math.min(1, LONGEST_EDGE / Math.max(width, height)));
  } finally {
    bitmap.close();
  }
}

function paint(image, width, height, scale) {
  // What is very thin keeps a pixel.
  const scaled = length => Math.max(1, Math.round(length * scale));
  const canvas = new OffscreenCanvas(scaled(width), scaled(height));
  const pen = canvas.getContext('2d');
  // The service drops transparency: what is behind a drawing would be black.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}
