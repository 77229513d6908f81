package whatis.classification.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashSet;
import java.util.Set;
import whatis.classification.checkpoint.CheckpointFiles;

/** Takes note of which files of a model are opened, and names those that can't be. */
final class TrackedFiles implements CheckpointFiles {

    private static final String WEIGHTS = "model.safetensors";
    private static final String SAFETENSORS = ".safetensors";

    private final CheckpointFiles files;
    private final Set<String> opened = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    TrackedFiles(CheckpointFiles files) {
        this.files = files;
    }

    @Override
    public synchronized SeekableByteChannel open(String name) throws IOException {
        try {
            SeekableByteChannel channel = files.open(name);
            opened.add(name);
            return channel;
        } catch (NoSuchFileException e) {
            missing.add(name);
            throw e;
        } catch (FileSystemException e) {
            throw ModelUnavailableException.because(
                    "%s of %s can't be read (%s): give access to it.".formatted(name, origin(), reason(e)));
        }
    }

    /** Downloads nothing. */
    @Override
    public boolean has(String name) throws IOException {
        return files.has(name);
    }

    @Override
    public String origin() {
        return files.origin();
    }

    /** Returns the names of the files that were there, in the order in which they were opened first. */
    synchronized Set<String> opened() {
        return new LinkedHashSet<>(opened);
    }

    /** Tells whether weights in the safetensors format were looked for and not found. */
    synchronized boolean lacksWeights() {
        return missing.contains(WEIGHTS) && opened.stream().noneMatch(name -> name.endsWith(SAFETENSORS));
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }
}
