/** The commands: runs one batch of images in several designs, each in a process of its own, and compares them. */
@NullMarked
package whatis.experiment;

import org.jspecify.annotations.NullMarked;
