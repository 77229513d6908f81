/** Describes the API: a document for programs, and a page to read it and to try it. */
@NullMarked
package whatis.service.openapi;

import org.jspecify.annotations.NullMarked;
