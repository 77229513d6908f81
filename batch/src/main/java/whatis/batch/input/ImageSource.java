package whatis.batch.input;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Some images, one after the other. For one thread. */
public interface ImageSource extends Closeable {

    /**
     * Returns the next image; null if there are no more.
     *
     * @throws IOException if reading failed, so that it is worth another try
     */
    @Nullable
    SourceImage next() throws IOException;
}
