package whatis.classification.image;

import whatis.image.raster.Span;

/**
 * A part of one axis of an image.
 *
 * @param part which rows or columns
 * @param at where the first one comes to lie
 */
record Strip(Span part, int at) {}
