/** What pictures say of themselves beside their pixels, of which only the orientation counts here. */
@NullMarked
package whatis.image.metadata;

import org.jspecify.annotations.NullMarked;
