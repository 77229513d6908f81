/** Reads VP8 key frames (RFC 6386), row by row, with the pixels of libwebp on processors with vector instructions. */
@NullMarked
package whatis.image.webp.lossy;

import org.jspecify.annotations.NullMarked;
