/** Runs a checkpoint on libtorch: writes it as a TorchScript archive and owns the threads and native memory. */
@NullMarked
package whatis.classification.engine;

import org.jspecify.annotations.NullMarked;
