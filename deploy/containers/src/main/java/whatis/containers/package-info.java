/** Runs within the services' containers, beside them. */
@NullMarked
package whatis.containers;

import org.jspecify.annotations.NullMarked;
