/** Turns many small files into few Parquet files. */
@NullMarked
package whatis.batch.pack;

import org.jspecify.annotations.NullMarked;
