/** Finds images, and reads them: files, or rows of Parquet files. */
@NullMarked
package whatis.batch.input;

import org.jspecify.annotations.NullMarked;
