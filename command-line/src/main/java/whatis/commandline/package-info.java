/** The commands of {@code ./whatis}, and what they say. */
@NullMarked
package whatis.commandline;

import org.jspecify.annotations.NullMarked;
