package whatis.classification.network;

/**
 * What pictures that a calibration was not made from say about it, and where they said so.
 *
 * @param calibrating how many pictures the ranges come from
 * @param judging how many other pictures judged
 * @param sameLabel how many of these have the label that fp32 gives them
 * @param changed how many have another label, or are on the other side of the threshold
 * @param threshold the score from which a label counts as known, 0 to 1
 * @param processor the name of the processor
 * @param noise how far the logits of noise were from those of floats there, as a part of their length
 */
public record Judgement(
        int calibrating, int judging, int sameLabel, int changed, double threshold, String processor, double noise) {

    /** @throws IllegalArgumentException if the figures contradict each other */
    public Judgement {
        boolean counts = calibrating > 0 && judging > 0 && sameLabel >= 0 && sameLabel + changed >= judging;
        if (!(counts && sameLabel <= judging && changed <= judging && threshold >= 0 && threshold <= 1 && noise >= 0)) {
            throw new IllegalArgumentException(
                    "the judgement contradicts itself: %d, %d, %d and %d pictures, threshold %s, noise %s"
                            .formatted(calibrating, judging, sameLabel, changed, threshold, noise));
        }
        // It stands in a file and in messages, which it must not upset.
        processor = processor.replaceAll("[^ -~]|[\"\\\\]", "?");
    }
}
