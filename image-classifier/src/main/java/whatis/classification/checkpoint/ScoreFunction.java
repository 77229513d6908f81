package whatis.classification.checkpoint;

/** What turns logits into scores from 0 to 1. */
public enum ScoreFunction {
    /** For labels that exclude each other: scores sum up to 1. */
    SOFTMAX {
        @Override
        public double[] scores(float[] logits) {
            // Less the largest logit, so that nothing overflows.
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
    },
    /** For labels that each hold or don't: every score stands for itself. */
    SIGMOID {
        @Override
        public double[] scores(float[] logits) {
            double[] scores = new double[logits.length];
            for (int i = 0; i < logits.length; i++) {
                scores[i] = 1 / (1 + Math.exp(-logits[i]));
            }
            return scores;
        }
    };

    /** Returns a score for each logit. */
    public abstract double[] scores(float[] logits);
}
