/** Runs the services together, as one program. */
@NullMarked
package whatis.commandline.serve;

import org.jspecify.annotations.NullMarked;
