/** Keeps requests out that no client of the service means, and tells browsers what they may do with answers. */
@NullMarked
package whatis.web.guard;

import org.jspecify.annotations.NullMarked;
