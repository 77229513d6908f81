package whatis.batch.output;

import java.io.Closeable;
import java.io.IOException;

/** Writes rows into one file. For one thread. */
interface AnswerWriter extends Closeable {

    void write(AnswerRow row) throws IOException;
}
