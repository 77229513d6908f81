package whatis.classification.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The table of a checkpoint whose weights lie in several files.
 *
 * @param shardOf the file of each tensor
 */
record ShardIndex(Map<String, String> shardOf) {

    private static final String WEIGHT_MAP = "weight_map";

    /** Far beyond any image classifier's, and within what a process may open. */
    private static final int MAX_SHARDS = 1_000;

    /**
     * Reads an index such as {@code model.safetensors.index.json}.
     *
     * @throws NoSuchFileException if it is missing
     * @throws CheckpointException if it isn't such a table
     */
    static ShardIndex read(CheckpointFiles files, String file) throws IOException {
        return of(JsonFiles.read(files, file).orElseThrow(() -> new NoSuchFileException(file)));
    }

    static ShardIndex of(JsonFields json) {
        if (!(json.element(WEIGHT_MAP) instanceof JsonObject map) || map.isEmpty()) {
            throw json.refusal(WEIGHT_MAP + " must be an object that names the file of each tensor");
        }
        Map<String, String> shardOf = new LinkedHashMap<>();
        map.asMap().forEach((tensor, shard) -> shardOf.put(tensor, shard(json, tensor, shard)));
        ShardIndex index = new ShardIndex(shardOf);
        int shards = index.shards().size();
        if (shards > MAX_SHARDS) {
            throw json.refusal(
                    "%s names %d files, more than the %d that are read".formatted(WEIGHT_MAP, shards, MAX_SHARDS));
        }
        return index;
    }

    /** Returns the files in the order of their names. */
    SortedSet<String> shards() {
        return new TreeSet<>(shardOf.values());
    }

    private static String shard(JsonFields json, String tensor, JsonElement shard) {
        if (shard instanceof JsonPrimitive name && name.isString() && FileName.isInside(name.getAsString())) {
            return name.getAsString();
        }
        throw json.refusal("%s has %s for tensor %s, not the name of a file of the checkpoint"
                .formatted(WEIGHT_MAP, JsonFields.quote(shard.toString()), tensor));
    }
}
