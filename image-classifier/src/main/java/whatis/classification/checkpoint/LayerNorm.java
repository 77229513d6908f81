package whatis.classification.checkpoint;

/**
 * A layer normalisation's learned part.
 *
 * @param weight scale, shape {@code [hiddenSize]}
 * @param bias shift, shape {@code [hiddenSize]}
 */
public record LayerNorm(Tensor weight, Tensor bias) {}
