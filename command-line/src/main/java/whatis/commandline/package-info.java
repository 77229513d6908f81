/** The commands of {@code ./whatis} that need no server. */
@NullMarked
package whatis.commandline;

import org.jspecify.annotations.NullMarked;
