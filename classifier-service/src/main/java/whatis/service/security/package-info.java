/** Tells browsers to trust the answers with as little as they need. */
@NullMarked
package whatis.service.security;

import org.jspecify.annotations.NullMarked;
