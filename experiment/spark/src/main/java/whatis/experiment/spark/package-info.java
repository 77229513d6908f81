/** Variant B: one Spark task an image. */
@NullMarked
package whatis.experiment.spark;

import org.jspecify.annotations.NullMarked;
