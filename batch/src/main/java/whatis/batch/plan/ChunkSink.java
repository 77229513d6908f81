package whatis.batch.plan;

import java.io.IOException;

/** Takes chunks, one after the other. */
@FunctionalInterface
interface ChunkSink {

    void accept(Chunk chunk) throws IOException;
}
