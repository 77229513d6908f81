/** What is written: a row for each image, a file for each chunk. */
@NullMarked
package whatis.batch.output;

import org.jspecify.annotations.NullMarked;
