/** Reads checkpoints in the Hugging Face layout: configuration, preprocessing and tensors. */
@NullMarked
package whatis.classification.checkpoint;

import org.jspecify.annotations.NullMarked;
