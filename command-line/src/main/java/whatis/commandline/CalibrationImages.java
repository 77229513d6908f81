package whatis.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whatis.classification.calibration.Picture;
import whatis.classification.image.ImagePreprocessor;

/**
 * The pictures of a folder.
 *
 * @param named the folder, or a file
 * @param files what is in it
 */
record CalibrationImages(Path named, List<ImageFile> files) {

    /**
     * Finds them.
     *
     * @throws IllegalArgumentException if there is no picture
     */
    static CalibrationImages in(Path folder) {
        List<ImageFile> files = ImageFile.find(List.of(folder));
        if (files.size() == 1 && files.get(0).problem() != null) {
            throw new IllegalArgumentException(
                    folder + ": " + files.get(0).problem().message());
        }
        return new CalibrationImages(folder, files);
    }

    private record Decoded(
            ImageFile file,
            @Nullable Picture picture,
            @Nullable Failure failure) {}

    /**
     * Decodes them, and says which can't be.
     *
     * @param most of more, these many are taken, evenly
     */
    List<Picture> decode(ImagePreprocessor preprocessor, int most, PrintWriter err) {
        int taken = Math.min(most, files.size());
        List<ImageFile> some = IntStream.range(0, taken)
                .mapToObj(i -> files.get((int) ((long) i * files.size() / taken)))
                .toList();
        List<Picture> pictures = new ArrayList<>();
        List<Decoded> broken = new ArrayList<>();
        OrderedTasks.run(
                some, Runtime.getRuntime().availableProcessors(), file -> decode(file, preprocessor), decoded -> {
                    if (decoded.picture() != null) {
                        pictures.add(decoded.picture());
                    } else {
                        broken.add(decoded);
                    }
                    return true;
                });
        if (!broken.isEmpty()) {
            Decoded first = broken.get(0);
            err.println("whatis: %d of %d pictures can't be read and are left out, the first one is %s: %s"
                    .formatted(
                            broken.size(),
                            some.size(),
                            first.file().path(),
                            first.failure() == null ? "" : first.failure().message()));
        }
        return pictures;
    }

    private static Decoded decode(ImageFile file, ImagePreprocessor preprocessor) {
        if (file.problem() != null) {
            return new Decoded(file, null, file.problem());
        }
        try {
            return new Decoded(file, Picture.of(file.path().toString(), file.read(), preprocessor), null);
        } catch (IOException | RuntimeException e) {
            return new Decoded(file, null, Failure.of(e));
        }
    }
}
