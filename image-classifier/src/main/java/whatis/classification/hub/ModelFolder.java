package whatis.classification.hub;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import whatis.classification.checkpoint.CheckpointFiles;

/** A folder that the user named as a model. */
record ModelFolder(String name, Path path) {

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
    ResolvedModel get() {
        if (!exists()) {
            throw ModelUnavailableException.because("There is no folder " + name
                    + ", and hub ids look like owner/name or owner/name@revision: correct WHATIS_MODEL.");
        }
        if (!Files.isReadable(path)) {
            throw ModelUnavailableException.because("The model folder " + name + " can't be read: give access to it.");
        }
        if (!Files.isRegularFile(path.resolve(ModelFiles.CONFIG))) {
            throw ModelUnavailableException.because("The model folder " + name + " has no " + ModelFiles.CONFIG
                    + ": set WHATIS_MODEL to a folder with config.json, preprocessor_config.json and"
                    + " model.safetensors.");
        }
        if (!Files.isRegularFile(path.resolve(ModelFiles.WEIGHTS))) {
            throw ModelUnavailableException.withoutWeights(
                    "The model folder " + name, Files.exists(path.resolve(ModelFiles.SHARDS)));
        }
        return new ResolvedModel(name, "", false, CheckpointFiles.inFolder(path, name));
    }
}
