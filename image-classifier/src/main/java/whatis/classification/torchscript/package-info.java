/** Writes TorchScript archives: a ZIP with a pickle, code as text and the bytes of tensors. */
@NullMarked
package whatis.classification.torchscript;

import org.jspecify.annotations.NullMarked;
