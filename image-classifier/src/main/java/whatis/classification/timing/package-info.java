/** How long callers wait for an image, and how long images take. */
@NullMarked
package whatis.classification.timing;

import org.jspecify.annotations.NullMarked;
