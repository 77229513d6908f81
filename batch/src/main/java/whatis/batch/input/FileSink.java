package whatis.batch.input;

import java.io.IOException;

/** Takes the files of a listing, one after the other. */
@FunctionalInterface
public interface FileSink {

    void accept(FoundFile file) throws IOException;
}
