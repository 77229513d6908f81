/** Turns encoded images into the pixels that a Vision Transformer expects, equal to those of Pillow and transformers. */
@NullMarked
package whatis.classification.image;

import org.jspecify.annotations.NullMarked;
