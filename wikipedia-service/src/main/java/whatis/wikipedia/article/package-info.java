/** Serves articles over HTTP. */
@NullMarked
package whatis.wikipedia.article;

import org.jspecify.annotations.NullMarked;
