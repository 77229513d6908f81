/** Lets in as many requests as memory and deadline allow, and none before the model is there or while stopping. */
@NullMarked
package whatis.service.admission;

import org.jspecify.annotations.NullMarked;
