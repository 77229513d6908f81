/** Loads the model in the background and tells how far it is. */
@NullMarked
package whatis.service.model;

import org.jspecify.annotations.NullMarked;
