/** Reports on calibrating for int8. */
@NullMarked
package whatis.commandline.calibrate;

import org.jspecify.annotations.NullMarked;
