/** Tells from timings which arrangement of operators is the quickest, and keeps it for the next starts. */
@NullMarked
package whatis.classification.tuning;

import org.jspecify.annotations.NullMarked;
