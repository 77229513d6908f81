package whatis.classification.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.CheckpointFiles;

/** A folder that the user named as a model. */
record ModelFolder(String name, Path path) {

    private static final String CONFIG = "config.json";

    /** @throws ModelUnavailableException if the name can't be a path on this system */
    static ModelFolder of(String name) {
        try {
            return new ModelFolder(
                    name,
                    name.equals("~") || name.startsWith("~/")
                            ? Path.of(System.getProperty("user.home"), name.substring(1))
                            : Path.of(name));
        } catch (InvalidPathException e) {
            throw ModelUnavailableException.because(name
                    + " is neither a folder nor a hub id (owner/name or owner/name@revision): correct WHATIS_MODEL.");
        }
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** @throws ModelUnavailableException if it does not exist or lacks a file */
    <T> T read(Function<ResolvedModel, T> reader) {
        if (!exists()) {
            throw ModelUnavailableException.because("There is no folder " + name
                    + ", and hub ids look like owner/name or owner/name@revision: correct WHATIS_MODEL.");
        }
        if (!Files.isReadable(path)) {
            throw ModelUnavailableException.because("The model folder " + name + " can't be read: give access to it.");
        }
        if (!Files.isRegularFile(path.resolve(CONFIG))) {
            throw ModelUnavailableException.because("The model folder " + name + " has no " + CONFIG
                    + ": set WHATIS_MODEL to a folder in the transformers layout, such as save_pretrained writes.");
        }
        TrackedFiles files = new TrackedFiles(CheckpointFiles.inFolder(path, name));
        try {
            return reader.apply(new ResolvedModel(name, "", false, files));
        } catch (CheckpointException e) {
            if (files.lacksWeights() && hasPickledWeights()) {
                throw ModelUnavailableException.because(PickledWeights.refusal("The model folder " + name, List.of()));
            }
            throw e;
        }
    }

    private boolean hasPickledWeights() {
        try (Stream<Path> files = Files.list(path)) {
            return PickledWeights.isAmong(
                    files.map(file -> file.getFileName().toString()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
