/** Answers what an image shows and what Wikipedia says about it. */
@NullMarked
package whatis.service.identification;

import org.jspecify.annotations.NullMarked;
