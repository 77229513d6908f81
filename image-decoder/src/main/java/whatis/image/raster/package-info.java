/** Rows of pixels: where they come from and go to, how they are resized and turned, and what they may cost. */
@NullMarked
package whatis.image.raster;

import org.jspecify.annotations.NullMarked;
