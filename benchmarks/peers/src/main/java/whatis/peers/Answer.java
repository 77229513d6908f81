package whatis.peers;

import java.util.List;

/**
 * The most probable label.
 *
 * @param score softmax output, 0 to 1
 */
record Answer(String label, double score) {
    /** Takes the largest of the logits. */
    static Answer of(float[] logits, List<String> labels) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - logits[best]);
        }
        return new Answer(labels.get(best), 1 / sum);
    }
}
