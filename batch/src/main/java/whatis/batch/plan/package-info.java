/** What is to be done, chunk by chunk, as it is written before anything is done. */
@NullMarked
package whatis.batch.plan;

import org.jspecify.annotations.NullMarked;
