/**
 * Reads JPEG files (ITU-T T.81) with the pixels of libjpeg-turbo on processors with vector instructions: baseline,
 * extended and progressive Huffman coding of 8-bit samples. Kernels are loops over arrays of ints that C2 turns into
 * vector instructions.
 */
@NullMarked
package whatis.image.jpeg;

import org.jspecify.annotations.NullMarked;
