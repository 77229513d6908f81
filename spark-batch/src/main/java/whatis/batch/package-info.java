/** Classifies batches of images on Spark. */
@NullMarked
package whatis.batch;

import org.jspecify.annotations.NullMarked;
