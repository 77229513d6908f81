/** Files of any Hadoop file system, without checksum files beside them. */
@NullMarked
package whatis.batch.storage;

import org.jspecify.annotations.NullMarked;
