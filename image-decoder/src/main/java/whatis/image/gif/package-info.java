/** Reads the first frame of GIF files (CompuServe's GIF87a and GIF89a) on its canvas, with the pixels of Pillow. */
@NullMarked
package whatis.image.gif;

import org.jspecify.annotations.NullMarked;
