package whatis.classification.calibration;

import whatis.classification.engine.Precision;

/**
 * How a precision did.
 *
 * @param agreement of its answers with those of fp32, over the pictures that judge
 * @param milliseconds that a lone picture takes, decoding apart: the median
 */
public record Measured(Precision precision, Agreement agreement, double milliseconds) {}
