/** Tells browsers to trust the answers with as little as they need. */
@NullMarked
package whatis.wikipedia.security;

import org.jspecify.annotations.NullMarked;
