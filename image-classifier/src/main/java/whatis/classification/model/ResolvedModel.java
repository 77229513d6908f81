package whatis.classification.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
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

    /**
     * Returns the SHA-256 of the files that the checkpoint is read from, with their names: the same wherever they lie.
     *
     * @return 64 hexadecimal digits
     * @throws CheckpointException as above
     */
    public String digest() throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            ByteBuffer piece = ByteBuffer.allocate(1 << 20);
            for (String name : new TreeSet<>(fetch())) {
                try (SeekableByteChannel file = files.open(name)) {
                    sha256.update("%s %d\n".formatted(name, file.size()).getBytes(StandardCharsets.UTF_8));
                    while (file.read(piece.clear()) >= 0) {
                        sha256.update(piece.flip());
                    }
                }
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
