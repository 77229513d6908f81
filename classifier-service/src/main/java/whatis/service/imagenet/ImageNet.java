package whatis.service.imagenet;

import java.util.List;

/**
 * The 1,000 classes of ImageNet-1k in the order of checkpoints, which is that of their WordNet ids.
 *
 * @param classes exactly 1,000
 */
public record ImageNet(List<ImageNetClass> classes) {

    private static final int SIZE = 1000;

    public ImageNet {
        if (classes.size() != SIZE) {
            throw new IllegalArgumentException(SIZE + " classes expected, not " + classes.size());
        }
    }

    /** Reads the classes from the resource {@code classes.csv}: WordNet id and first term of the label. */
    static ImageNet load() {
        return new ImageNet(CsvResource.rows("classes.csv", 2).stream()
                .map(row -> new ImageNetClass(row.get(0), row.get(1)))
                .toList());
    }

    /** Tells whether these are the labels of a checkpoint that was trained on ImageNet-1k. */
    public boolean isLabelledBy(List<String> labels) {
        if (labels.size() != SIZE) {
            return false;
        }
        for (int i = 0; i < SIZE; i++) {
            if (!classes.get(i).isLabelledBy(labels.get(i))) {
                return false;
            }
        }
        return true;
    }
}
