/** Reads BMP files of Windows and OS/2 with the pixels of Pillow. */
@NullMarked
package whatis.image.bmp;

import org.jspecify.annotations.NullMarked;
