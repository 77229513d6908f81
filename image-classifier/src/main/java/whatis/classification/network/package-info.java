/** Turns a checkpoint into TorchScript: a file for each architecture, a typed graph, and ways to spell its layers. */
@NullMarked
package whatis.classification.network;

import org.jspecify.annotations.NullMarked;
