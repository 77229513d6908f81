package whatis.classification.tuning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.engine.Arrangement;
import whatis.hub.HubSettings;

/**
 * The arrangements that are kept, a file for each network, version of libtorch and precision. A file that was measured on
 * another machine counts for nothing.
 */
public record Tunings(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(Tunings.class);

    /** Returns those beside the hub's cache, in {@code whatis/tunings}. */
    public static Tunings beside(HubSettings hub) {
        return new Tunings(hub.cache().resolveSibling("whatis").resolve("tunings"));
    }

    /** Returns whether nothing was ever kept, so that a start need not take a network's digest. */
    public boolean isEmpty() {
        return !Files.isDirectory(folder);
    }

    /** Returns what is kept; nothing, after a warning, if the file is damaged, can't be read or was measured elsewhere. */
    public Optional<Arrangement> find(TuningKey key) {
        Path file = file(key);
        try (InputStream bytes = Files.newInputStream(file)) {
            TuningJson tuning = TuningJson.read(file.toString(), bytes);
            if (tuning.key().equals(key)) {
                return Optional.of(tuning.arrangement());
            }
            log.warn(
                    "{} was measured on {}, and this is {}: the rule chooses the arrangement; ./whatis tune measures anew.",
                    file,
                    tuning.key().processor(),
                    key.processor());
        } catch (NoSuchFileException e) {
            // Nobody has measured.
        } catch (IOException | CheckpointException e) {
            log.warn(
                    "What was measured can't be read: the rule chooses the arrangement; ./whatis tune measures anew. ({})",
                    e.getMessage());
        }
        return Optional.empty();
    }

    /**
     * Keeps a choice in place of an older one; whoever reads meanwhile gets either.
     *
     * @return the file
     * @throws UncheckedIOException if it can't be written
     */
    Path save(TuningKey key, Arrangement arrangement) {
        Path file = file(key);
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "tuning-", ".tmp");
            try {
                Files.writeString(written, new TuningJson(key, arrangement).text());
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(TuningKey key) {
        return folder.resolve("%s-%s-%s.json".formatted(key.network(), key.libtorch(), key.precision()));
    }
}
