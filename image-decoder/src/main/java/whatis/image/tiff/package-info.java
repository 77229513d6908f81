/** TIFF and BigTIFF, their first picture, a row at a time; pixels equal Pillow's. */
@NullMarked
package whatis.image.tiff;

import org.jspecify.annotations.NullMarked;
