package whatis.classification;

import java.time.Duration;
import java.util.List;

/**
 * All that a classifier finds out about an image.
 *
 * @param predictions one for each label, best first
 * @param best position of the best label among the classifier's labels, which need not differ from each other
 * @param decode how long it took to turn the image's bytes into pixels for the network
 * @param queue how long the pixels waited for their turn
 * @param inference how long the network took
 */
public record Classification(
        List<Prediction> predictions, int best, Duration decode, Duration queue, Duration inference) {}
