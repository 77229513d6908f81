/** Describes an API: the answers and schemas that all services have, and the page to read it and to try it. */
@NullMarked
package whatis.web.openapi;

import org.jspecify.annotations.NullMarked;
