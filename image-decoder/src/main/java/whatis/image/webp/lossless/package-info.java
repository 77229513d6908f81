/**
 * Reads WebP's lossless bit stream, VP8L (RFC 9649, section 3), with the pixels and the refusals of libwebp 1.6. Pixels are
 * ints of alpha, red, green and blue, alpha the highest byte. Rows leave as soon as they are complete; what later pixels
 * may copy stays in a window of a million pixels.
 */
@NullMarked
package whatis.image.webp.lossless;

import org.jspecify.annotations.NullMarked;
