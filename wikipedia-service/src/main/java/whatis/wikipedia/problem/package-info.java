/** Words everything that can go wrong, for programs and for people. */
@NullMarked
package whatis.wikipedia.problem;

import org.jspecify.annotations.NullMarked;
