package whatis.batch.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An image of the input, which may not have been read yet.
 *
 * @param source the file that it is, or that has it
 * @param row where it is in a Parquet file, from 0; null if it is the file
 * @param bytes how many bytes it has, as far as known
 * @param content reads it; may be called by any thread
 */
public record SourceImage(String source, @Nullable Long row, long bytes, Content content) {

    /**
     * Returns the image that a row has.
     *
     * @param bytes null if it has none, which whoever reads the image learns
     */
    public static SourceImage inRow(String source, @Nullable Long row, byte @Nullable [] bytes) {
        return bytes == null
                ? missing(source, row, "row-empty", "The row has no image.")
                : new SourceImage(source, row, bytes.length, () -> bytes);
    }

    /**
     * Returns what is in the place of an image that isn't there.
     *
     * @param code what programs tell the reason by
     * @param reason a sentence for users
     */
    static SourceImage missing(String source, @Nullable Long row, String code, String reason) {
        return new SourceImage(source, row, 0, () -> {
            throw new MissingImageException(code, reason);
        });
    }

    /** The bytes of an image. */
    @FunctionalInterface
    public interface Content {

        /** @throws IOException if the image can't be had */
        byte[] read() throws IOException;
    }
}
