package whatis.classification.image;

/**
 * What an image says of itself before any pixel is decoded.
 *
 * @param size the size upright
 * @param memory the most bytes that decoding it takes, those of the result included
 */
record ImageHeader(ImageSize size, long memory) {}
