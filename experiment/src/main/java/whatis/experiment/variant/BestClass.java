package whatis.experiment.variant;

import whatis.classification.Classification;
import whatis.classification.ImageClassifier;
import whatis.classification.Prediction;
import whatis.image.ImageRejectedException;

/** The one function that every variant computes. */
public final class BestClass {

    private BestClass() {}

    /**
     * Returns the best class of an image and its score. An image that can't be classified is an answer, too, so that it
     * takes no other with it.
     *
     * @param image an encoded image
     */
    public static Answer bestClassAndScore(ImageClassifier classifier, byte[] image) {
        try {
            Classification classification = classifier.classify(image);
            Prediction best = classification.predictions().get(0);
            return new Answer(
                    best.label(),
                    best.score(),
                    null,
                    classification.decode().toNanos(),
                    classification.inference().toNanos());
        } catch (ImageRejectedException e) {
            return Answer.error(String.valueOf(e.getMessage()));
        }
    }
}
