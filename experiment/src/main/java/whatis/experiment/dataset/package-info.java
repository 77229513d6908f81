/** Images by row: from Parquet files, from the hub, or drawn. */
@NullMarked
package whatis.experiment.dataset;

import org.jspecify.annotations.NullMarked;
