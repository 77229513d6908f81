package whatis.batch.pack;

import java.io.IOException;
import java.util.Objects;
import whatis.batch.input.InputListing;
import whatis.batch.storage.Storage;

/** Packs the files of a listing, and tells how far it is. For one thread. */
public final class Packing {

    /** Told of each file. */
    public interface Listener {

        /**
         * A file is packed or left out.
         *
         * @param packed how many are packed
         * @param leftOut how many can't be read
         */
        void at(long packed, long leftOut);

        /** A file can't be read, for a reason in words for users. */
        void leftOut(String path, String reason);
    }

    private final PackFolder folder;
    private final Listener listener;
    private long packed;
    private long leftOut;
    private long bytes;

    public Packing(PackFolder folder, Listener listener) {
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * Packs all files. One that can't be read is left out.
     *
     * @throws PackException if writing fails
     * @throws IOException if a folder can't be listed
     */
    public PackCounts run(Storage storage, InputListing input) throws IOException {
        long memory = Runtime.getRuntime().maxMemory() / 8;
        try (folder;
                ReadAhead ahead = new ReadAhead(storage, memory, this::write, this::leaveOut)) {
            long passedOver = input.list(ahead);
            ahead.finish();
            return new PackCounts(packed, leftOut, bytes, folder.finish(), passedOver);
        }
    }

    private void write(PackedImage image) {
        folder.write(image);
        packed++;
        bytes += image.bytes().length;
        listener.at(packed, leftOut);
    }

    private void leaveOut(String path, IOException reason) {
        leftOut++;
        listener.leftOut(
                path,
                Objects.requireNonNullElse(
                        reason.getMessage(), reason.getClass().getSimpleName()));
        listener.at(packed, leftOut);
    }
}
