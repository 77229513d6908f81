/** Variants C1 and C2: engines as actors. Pekko's types stay here. */
@NullMarked
package whatis.experiment.actor;

import org.jspecify.annotations.NullMarked;
