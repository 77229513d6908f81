package whatis.classification.image;

/**
 * A part of one axis of an image.
 *
 * @param first the first row or column
 * @param count how many there are
 * @param at where the first one comes to lie
 */
record Strip(int first, int count, int at) {}
