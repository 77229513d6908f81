/** What runs where the images are classified. */
@NullMarked
package whatis.batch.executor;

import org.jspecify.annotations.NullMarked;
