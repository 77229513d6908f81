package whatis.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.classification.calibration.Picture;
import whatis.classification.calibration.Split;
import whatis.classification.image.ImagePreprocessor;
import whatis.classification.network.Network;
import whatis.image.ImageLimits;

/**
 * The pictures to calibrate with.
 *
 * @param images those of which half judge, or all of which calibrate
 * @param judges those that judge; null for half of the others
 */
record CalibrationPictures(
        CalibrationImages images, @Nullable CalibrationImages judges) {

    /** With more of one label, the others say next to nothing. */
    static final double TOO_ALIKE = 0.8;

    /** Fewer in a half show neither a layer's range nor one answer in twenty that changes. */
    private static final int LEAST = 25;

    /** More than these tell hardly more. */
    private static final int MOST = 1000;

    /** All stay in memory as pixels. */
    private static final long MOST_BYTES = 512L << 20;

    /**
     * Finds them.
     *
     * @throws IllegalArgumentException if there is no picture
     */
    static CalibrationPictures in(Path images, @Nullable Path judges) {
        return new CalibrationPictures(
                CalibrationImages.in(images), judges == null ? null : CalibrationImages.in(judges));
    }

    /**
     * Decodes them for a network.
     *
     * @param err is told what can't be read
     * @throws IllegalArgumentException if there are too few
     */
    Split split(Network network, ImageLimits limits, PrintWriter err) {
        ImagePreprocessor preprocessor = new ImagePreprocessor(network.preprocessing(), limits);
        long bytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 2);
        int most = (int) Math.max(2 * LEAST, Math.min(MOST, bytes / (preprocessor.floats() * (long) Float.BYTES)));
        if (judges == null) {
            List<Picture> all = images.decode(preprocessor, most, err);
            Split split = Split.halves(all);
            require(
                    images,
                    all.size(),
                    split.calibrating().size() + split.judging().size(),
                    2 * LEAST);
            return split;
        }
        List<Picture> calibrating = images.decode(preprocessor, most / 2, err);
        List<Picture> judging = judges.decode(preprocessor, most / 2, err);
        Split split = Split.of(calibrating, judging);
        require(images, calibrating.size(), split.calibrating().size(), LEAST);
        require(judges, judging.size(), split.judging().size(), LEAST);
        return split;
    }

    private static void require(CalibrationImages from, int readable, int different, int least) {
        if (different < least) {
            throw new IllegalArgumentException(
                    ("%s has %d different pictures that can be read (of %d files, %d can), but it takes at least %d such as"
                                    + " the model will see; some hundreds are better.")
                            .formatted(from.named(), different, from.files().size(), readable, least));
        }
    }
}
