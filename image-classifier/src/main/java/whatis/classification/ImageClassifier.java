package whatis.classification;

import java.util.List;

/** Names what an image shows. Safe for use by many threads; close it to free native memory. */
public interface ImageClassifier extends AutoCloseable {

    /**
     * Classifies one image and waits for the answer, at most as long as the settings' deadline.
     *
     * @param image an encoded JPEG, PNG, GIF, BMP, WebP or TIFF; the first frame counts
     * @param top how many predictions to return, at least 1; more than there are labels returns all
     * @return the best predictions, best first
     */
    List<Prediction> classify(byte[] image, int top);

    /** Tells which model answers. */
    ModelDescription model();

    /** Waits for the image in work, then frees all native memory. Calling it again does nothing. */
    @Override
    void close();
}
