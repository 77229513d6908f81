/** Classifies many images: the command, and what the driver does. */
@NullMarked
package whatis.batch;

import org.jspecify.annotations.NullMarked;
