package whatis.classification.network;

/**
 * A linear layer of a network, as a {@link Calibration} knows it.
 *
 * @param name what the checkpoint calls it, such as {@code vit.encoder.layer.8.output.dense}
 * @param outputs how many numbers come out
 * @param inputs how many numbers go in
 */
public record LinearLayer(String name, int outputs, int inputs) {}
