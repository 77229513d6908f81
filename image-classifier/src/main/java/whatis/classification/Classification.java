package whatis.classification;

import java.time.Duration;
import java.util.List;

/**
 * All that a classifier finds out about an image.
 *
 * @param predictions one for each label, best first
 * @param best position of the best label among the classifier's labels, which need not differ from each other
 * @param decode how long it took to turn the image's bytes into pixels for the network
 * @param queue how long it waited, first for a core to decode it and then for the network
 * @param inference how long the network took for the micro-batch
 * @param batch how many images the micro-batch had
 */
public record Classification(
        List<Prediction> predictions, int best, Duration decode, Duration queue, Duration inference, int batch) {}
