package whatis.classification.network;

import whatis.classification.checkpoint.Tensor;

/**
 * A layer normalisation.
 *
 * @param size how many numbers are normalised together
 * @param weight scale, shape {@code [size]}
 * @param bias shift, shape {@code [size]}
 * @param epsilon what is added to the variance
 */
record LayerNorm(int size, Tensor weight, Tensor bias, double epsilon) {}
