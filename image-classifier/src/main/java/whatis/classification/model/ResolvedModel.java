package whatis.classification.model;

import java.io.IOException;
import java.util.Set;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Network;

/**
 * A model that was found. Its files are fetched when they are opened.
 *
 * @param name hub id such as {@code google/vit-base-patch16-224}, the folder as it was named, or {@code starter-model}
 * @param revision the hub's commit, abbreviated to seven digits; empty if the model does not come from the hub
 * @param fallback whether this is the starter model because the default model could not be had
 * @param files the checkpoint; {@code config.json} is there
 */
public record ResolvedModel(String name, String revision, boolean fallback, CheckpointFiles files) {

    /**
     * Fetches all files that the checkpoint is read from, and returns their names.
     *
     * @throws CheckpointException if one is missing, damaged or of a kind that isn't supported
     */
    public Set<String> fetch() throws IOException {
        TrackedFiles tracked = new TrackedFiles(files);
        Network.open(Checkpoint.open(tracked)).close();
        return tracked.opened();
    }
}
