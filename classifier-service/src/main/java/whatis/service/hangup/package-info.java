/** Drops the work for clients that have hung up. */
@NullMarked
package whatis.service.hangup;

import org.jspecify.annotations.NullMarked;
