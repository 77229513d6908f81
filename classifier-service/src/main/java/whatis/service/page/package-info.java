/** Serves the web page, on which people give in pictures; all else of it happens in the browser. */
@NullMarked
package whatis.service.page;

import org.jspecify.annotations.NullMarked;
