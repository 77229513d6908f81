package whatis.image.webp;

import whatis.image.raster.ImageSize;

/**
 * A frame and where it lies.
 *
 * @param x the canvas's column where it begins
 * @param y the canvas's row where it begins
 * @param lossless whether it is VP8L, rather than VP8
 * @param from where its bit stream begins in the file
 * @param to where that ends, padding included
 */
record Frame(int x, int y, ImageSize size, boolean lossless, int from, int to) {}
