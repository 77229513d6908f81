/** Reads WebP files: the container, and of an animation its first frame. */
@NullMarked
package whatis.image.webp;

import org.jspecify.annotations.NullMarked;
