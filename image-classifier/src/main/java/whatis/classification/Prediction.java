package whatis.classification;

/**
 * A label of the checkpoint with the score that the model gives it.
 *
 * @param label the label as the checkpoint spells it, with all its synonyms
 * @param score 0 to 1; of all labels they sum up to 1, but for models whose labels don't exclude each other
 */
public record Prediction(String label, double score) {
    public Prediction {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score not in [0, 1]: " + score);
        }
    }
}
