/** Answers a search term with the Wikipedia article that it finds. */
@NullMarked
package whatis.wikipedia;

import org.jspecify.annotations.NullMarked;
