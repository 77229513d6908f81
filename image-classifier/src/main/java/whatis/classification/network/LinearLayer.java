package whatis.classification.network;

/**
 * A linear layer of a network, as a {@link Calibration} knows it.
 *
 * @param name the module's attribute of its weight: the same for each number format of a network
 * @param outputs how many numbers come out
 * @param inputs how many numbers go in
 */
public record LinearLayer(String name, int outputs, int inputs) {}
