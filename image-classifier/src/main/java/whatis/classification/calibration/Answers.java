package whatis.classification.calibration;

import java.util.List;
import whatis.classification.checkpoint.ScoreFunction;

/**
 * What a network says about pictures.
 *
 * @param logits of each picture, one for each label
 */
record Answers(List<float[]> logits) {

    /** Returns the length of the difference of all logits, as a part of these ones' length. */
    double distance(Answers other) {
        double difference = 0;
        double length = 0;
        for (int picture = 0; picture < other.logits.size(); picture++) {
            float[] here = logits.get(picture);
            float[] there = other.logits.get(picture);
            for (int label = 0; label < here.length; label++) {
                difference += Math.pow((double) here[label] - there[label], 2);
                length += Math.pow(here[label], 2);
            }
        }
        return difference == 0 ? 0 : Math.sqrt(difference / length);
    }

    /** Compares others with these. */
    Agreement agreement(Answers others, ScoreFunction function, double threshold) {
        int same = 0;
        int changed = 0;
        for (int picture = 0; picture < logits.size(); picture++) {
            double[] here = function.scores(logits.get(picture));
            double[] there = function.scores(others.logits.get(picture));
            int best = best(here);
            int othersBest = best(there);
            boolean sameLabel = best == othersBest;
            boolean sameSide = here[best] >= threshold == there[othersBest] >= threshold;
            same += sameLabel ? 1 : 0;
            changed += sameLabel && sameSide ? 0 : 1;
        }
        return new Agreement(logits.size(), same, changed);
    }

    /** Returns the largest part of the pictures that have one label, 0 to 1. */
    double mostAlike() {
        int[] pictures = new int[logits.get(0).length];
        int most = 0;
        for (float[] one : logits) {
            double[] scores = ScoreFunction.SIGMOID.scores(one);
            most = Math.max(most, ++pictures[best(scores)]);
        }
        return (double) most / logits.size();
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int label = 1; label < scores.length; label++) {
            best = scores[label] > scores[best] ? label : best;
        }
        return best;
    }
}
