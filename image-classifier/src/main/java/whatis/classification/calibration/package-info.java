/** Finds out which linear layers of a checkpoint bear int8, by pictures. */
@NullMarked
package whatis.classification.calibration;

import org.jspecify.annotations.NullMarked;
