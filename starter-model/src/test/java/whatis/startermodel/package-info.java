/** The programs that made the starter model's files, and the tests that they make them still. */
@NullMarked
package whatis.startermodel;

import org.jspecify.annotations.NullMarked;
