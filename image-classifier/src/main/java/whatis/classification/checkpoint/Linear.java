package whatis.classification.checkpoint;

/**
 * A linear layer, {@code y = weight x + bias}.
 *
 * @param weight row-major, shape {@code [outputs, inputs]}
 * @param bias shape {@code [outputs]}; zeros where the checkpoint has none
 */
public record Linear(Tensor weight, Tensor bias) {}
