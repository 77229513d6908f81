/** What the service reads. */
const READ = ['image/jpeg', 'image/png', 'image/gif', 'image/bmp', 'image/webp', 'image/tiff'];

/** What many browsers read besides. */
const CONVERTED = ['image/avif', 'image/jxl', 'image/svg+xml'];

/** Without HEIC, so that a phone that takes its photographs in it converts them by itself. */
export const FORMATS = [...READ, ...CONVERTED].join();

/** The longest edge of what is converted: far more than the model sees, and far below all limits. */
const LONGEST_EDGE = 2000;

/**
 * Returns a picture as a JPEG if only the browser can read it, and else as it is: what it really is, the service tells.
 */
export async function readable(file) {
  const isUnread = file.type === '' || file.type.startsWith('image/') && !READ.includes(file.type);
  return isUnread ? converted(file).catch(() => file) : file;
}

async function converted(file) {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    // A drawing has no size of its own everywhere.
    const [width, height] = [image.naturalWidth || LONGEST_EDGE, image.naturalHeight || LONGEST_EDGE];
    const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height));
    const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
    const pen = canvas.getContext('2d');
    // A JPEG has no transparency: what is behind a drawing would be black.
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  } finally {
    URL.revokeObjectURL(address);
  }
}
