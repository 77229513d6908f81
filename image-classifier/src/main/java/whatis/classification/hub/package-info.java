/** Finds a model: a folder, the Hugging Face hub and its cache, or the starter model. */
@NullMarked
package whatis.classification.hub;

import org.jspecify.annotations.NullMarked;
