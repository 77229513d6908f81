package whatis.classification.engine;

import java.util.List;

/**
 * How long a network took in each round of a comparison. What stands at the same place of two timings was measured within the
 * same round.
 *
 * @param alone seconds for an image that is alone
 * @param together seconds until each dispatcher has computed a full micro-batch
 */
public record Timings(Arrangement arrangement, List<Double> alone, List<Double> together) {}
