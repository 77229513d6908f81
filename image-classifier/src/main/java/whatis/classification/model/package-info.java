/** Finds the model to run: a folder, a repository of the Hugging Face hub, or the starter model. */
@NullMarked
package whatis.classification.model;

import org.jspecify.annotations.NullMarked;
