package whatis.classification.image;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/**
 * Aborts a reader that works on after it has read everything, such as one that filters a whole image in the end. Whoever
 * registers it has to ask the budget afterwards: an aborted reader returns a part of an image as if it were a whole one.
 */
final class BudgetListener implements IIOReadProgressListener {

    private final DecodeBudget budget;
    private float percentageAsked;

    BudgetListener(DecodeBudget budget) {
        this.budget = budget;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        // Readers tell of every row, and an image may have millions.
        if (percentageDone - percentageAsked >= 1) {
            percentageAsked = percentageDone;
            if (budget.isSpent()) {
                source.abort();
            }
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
