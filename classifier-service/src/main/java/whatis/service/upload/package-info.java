/** Takes the image out of a request, within bounds. */
@NullMarked
package whatis.service.upload;

import org.jspecify.annotations.NullMarked;
