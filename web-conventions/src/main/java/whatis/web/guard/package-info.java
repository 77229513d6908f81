/** Tells browsers to trust the answers with as little as they need. */
@NullMarked
package whatis.web.guard;

import org.jspecify.annotations.NullMarked;
