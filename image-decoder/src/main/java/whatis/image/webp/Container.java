package whatis.image.webp;

import whatis.image.raster.ImageSize;
import whatis.image.raster.Orientation;

/**
 * What a WebP file says of its picture.
 *
 * @param canvas the size of the picture
 * @param frame the only frame, or the first of an animation
 */
record Container(ImageSize canvas, Frame frame, Orientation orientation) {}
