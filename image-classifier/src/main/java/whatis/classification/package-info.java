/** Names what an image shows: image bytes in, labels and scores out. */
@NullMarked
package whatis.classification;

import org.jspecify.annotations.NullMarked;
