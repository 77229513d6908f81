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

    /** The bytes of an image. */
    @FunctionalInterface
    public interface Content {

        /** @throws IOException if the image can't be had */
        byte[] read() throws IOException;
    }
}
