/** Finds articles in Wikipedia, with its rules kept, its failures told apart and its answers remembered. */
@NullMarked
package whatis.wikipedia.encyclopedia;

import org.jspecify.annotations.NullMarked;
