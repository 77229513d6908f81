package whatis.classification.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whatis.classification.network.Calibration;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.CalibrationJson;
import whatis.hub.HubSettings;

/**
 * The calibrations of int8 that are kept, a file for each checkpoint and version of libtorch. A file can be copied into the
 * folder of another machine.
 */
public record Calibrations(Path folder) {

    /** Returns those beside the hub's cache, in {@code whatis/calibrations}. */
    public static Calibrations beside(HubSettings hub) {
        return new Calibrations(hub.cache().resolveSibling("whatis").resolve("calibrations"));
    }

    /**
     * Reads the calibration of a checkpoint.
     *
     * @param model how it is named by whoever wants to run it; null for the default model
     * @param checkpoint the checkpoint's digest
     * @param libtorch the version of libtorch that is to run it
     * @throws CalibrationException if there is none, or the file isn't one of this checkpoint and version
     * @throws UncheckedIOException if the file can't be read
     */
    public Calibration find(@Nullable String model, String checkpoint, String libtorch) {
        Path file = file(checkpoint, libtorch);
        try (InputStream bytes = Files.newInputStream(file)) {
            Calibration calibration = CalibrationJson.read(file.toString(), bytes);
            if (!calibration.checkpoint().equals(checkpoint)
                    || !calibration.libtorch().equals(libtorch)) {
                throw new CalibrationException(
                        ("%s is of another checkpoint or libtorch (%.12s…, %s), though its name says"
                                        + " otherwise: calibrate again, with ./whatis calibrate --images DIR.")
                                .formatted(file, calibration.checkpoint(), calibration.libtorch()));
            }
            return calibration;
        } catch (NoSuchFileException e) {
            throw new CalibrationException(("int8 is not calibrated for %s with libtorch %s (no %s): run"
                            + " ./whatis calibrate%s --images DIR with a folder of pictures such as it will see, or choose"
                            + " another precision.")
                    .formatted(
                            model == null ? "the default model" : model,
                            libtorch,
                            file,
                            model == null ? "" : " --model " + model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether there is a calibration on pictures, which {@link #find} returns. */
    public boolean has(String checkpoint, String libtorch) {
        return read(file(checkpoint, libtorch), checkpoint, libtorch)
                .filter(found -> !found.synthetic())
                .isPresent();
    }

    /**
     * Reads a calibration that isn't finished.
     *
     * @param pictures what tells its pictures apart from others, for a file's name
     * @return nothing if there is none that can be read
     */
    public Optional<Calibration> findUnfinished(String checkpoint, String libtorch, String pictures) {
        return read(unfinished(checkpoint, libtorch, pictures), checkpoint, libtorch);
    }

    private static Optional<Calibration> read(Path file, String checkpoint, String libtorch) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Optional.of(CalibrationJson.read(file.toString(), bytes))
                    .filter(found -> found.checkpoint().equals(checkpoint)
                            && found.libtorch().equals(libtorch));
        } catch (NoSuchFileException | CalibrationException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a calibration that isn't finished, as {@link #save} does. */
    public void saveUnfinished(Calibration calibration, String pictures) {
        save(calibration, unfinished(calibration.checkpoint(), calibration.libtorch(), pictures));
    }

    /** Forgets what {@link #saveUnfinished} kept, if there is something. */
    public void forgetUnfinished(Calibration calibration, String pictures) {
        try {
            Files.deleteIfExists(unfinished(calibration.checkpoint(), calibration.libtorch(), pictures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unfinished(String checkpoint, String libtorch, String pictures) {
        return folder.resolve("%s-%s-%s.unfinished.json".formatted(checkpoint, libtorch, pictures));
    }

    /**
     * Keeps a calibration in place of an older one; whoever reads meanwhile gets either.
     *
     * @return the file
     * @throws UncheckedIOException if it can't be written
     */
    public Path save(Calibration calibration) {
        return save(calibration, file(calibration.checkpoint(), calibration.libtorch()));
    }

    private Path save(Calibration calibration, Path file) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "calibration-", ".tmp");
            try {
                Files.writeString(written, CalibrationJson.write(calibration));
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String checkpoint, String libtorch) {
        return folder.resolve(checkpoint + "-" + libtorch + ".json");
    }
}
