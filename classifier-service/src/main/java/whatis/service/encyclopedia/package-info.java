/** Asks wikipedia-service for articles. */
@NullMarked
package whatis.service.encyclopedia;

import org.jspecify.annotations.NullMarked;
