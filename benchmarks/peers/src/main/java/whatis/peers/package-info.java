/** The services that a Java developer would write around ONNX Runtime or DJL, to compare whatis with. */
@NullMarked
package whatis.peers;

import org.jspecify.annotations.NullMarked;
