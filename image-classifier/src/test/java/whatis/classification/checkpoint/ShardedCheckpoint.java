package whatis.classification.checkpoint;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes weights in several files, of one small tensor each. */
final class ShardedCheckpoint {

    static final String INDEX = "model.safetensors.index.json";

    private final Path folder;
    private final JsonObject weightMap = new JsonObject();

    ShardedCheckpoint(Path folder) {
        this.folder = folder;
    }

    /** Writes a tensor into a file of its own, and has the index name that file. */
    ShardedCheckpoint add(String shard, String tensor, float... elements) throws IOException {
        new SafetensorsWriter("F32").add(tensor, elements, elements.length).write(folder.resolve(shard));
        return name(tensor, shard);
    }

    /** Has the index name a file for a tensor, whether or not that is so. */
    ShardedCheckpoint name(String tensor, String shard) {
        weightMap.addProperty(tensor, shard);
        return this;
    }

    void writeIndex() throws IOException {
        JsonObject index = new JsonObject();
        index.add("metadata", new JsonObject());
        index.add("weight_map", weightMap);
        Files.writeString(folder.resolve(INDEX), index.toString());
    }
}
