package whatis.classification;

/** Turns logits into scores. */
final class Softmax {

    private Softmax() {}

    /** Returns scores from 0 to 1 that sum up to 1. Subtracts the largest logit first, so that nothing overflows. */
    static double[] of(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        double[] scores = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            scores[i] = Math.exp(logits[i] - largest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }
}
