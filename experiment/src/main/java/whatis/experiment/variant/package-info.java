/** What a variant of the experiment is told, does and measures. Knows neither Pekko nor Spark, as it runs in both. */
@NullMarked
package whatis.experiment.variant;

import org.jspecify.annotations.NullMarked;
