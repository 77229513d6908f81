/** Bounds what a client can take of a service: memory for its body, and the time of a thread. */
@NullMarked
package whatis.web.bounds;

import org.jspecify.annotations.NullMarked;
