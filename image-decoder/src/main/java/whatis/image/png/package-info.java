/** PNG, as its third edition has it, and the animations of APNG as far as their first picture. */
@NullMarked
package whatis.image.png;

import org.jspecify.annotations.NullMarked;
