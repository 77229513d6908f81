/** Gets files of the Hugging Face hub by name, and keeps them in the cache that Python's client uses. */
@NullMarked
package whatis.hub;

import org.jspecify.annotations.NullMarked;
