/** Measures how fast pictures are answered: the load, what it is put on, and the reports. */
@NullMarked
package whatis.commandline.bench;

import org.jspecify.annotations.NullMarked;
