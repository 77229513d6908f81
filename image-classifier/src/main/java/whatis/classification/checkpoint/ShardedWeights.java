package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weights in several safetensors files with an index. As in transformers, a tensor that the index forgot is there, too. */
final class ShardedWeights implements Weights {

    private final String index;
    private final List<Safetensors> shards = new ArrayList<>();
    private final Map<String, Safetensors> shardOf = new LinkedHashMap<>();

    private ShardedWeights(String index) {
        this.index = index;
    }

    /** Opens all files that an index names, so that whatever is missing shows at once. */
    static ShardedWeights open(CheckpointFiles files, String indexFile) throws IOException {
        ShardIndex index = ShardIndex.read(files, indexFile);
        ShardedWeights weights = new ShardedWeights(files.describe(indexFile));
        try {
            ByteBuffer buffer = StoredTensor.newBuffer();
            for (String shard : index.shards()) {
                weights.add(Safetensors.open(files.describe(shard), weights.channel(files, shard), buffer));
            }
            index.shardOf().forEach((tensor, shard) -> weights.require(tensor, files.describe(shard)));
            return weights;
        } catch (IOException | RuntimeException e) {
            weights.close();
            throw e;
        }
    }

    @Override
    public boolean has(String name) {
        return shardOf.containsKey(name);
    }

    @Override
    public long[] shape(String name) {
        return shard(name).shape(name);
    }

    @Override
    public Tensor tensor(String name, long... shape) {
        return shard(name).tensor(name, shape);
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(shardOf.keySet());
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Safetensors shard : shards) {
            try {
                shard.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private SeekableByteChannel channel(CheckpointFiles files, String shard) throws IOException {
        try {
            return files.open(shard);
        } catch (NoSuchFileException e) {
            throw new CheckpointException(
                    "%s: %s is missing; download it, too".formatted(index, files.describe(shard)), e);
        }
    }

    private void add(Safetensors shard) {
        shards.add(shard);
        if (shardOf.size() + shard.names().size() > SafetensorsHeader.MAX_TENSORS) {
            throw SafetensorsHeader.tooManyTensors(index);
        }
        for (String tensor : shard.names()) {
            Safetensors other = shardOf.put(tensor, shard);
            if (other != null) {
                throw new CheckpointException("%s: tensor %s lies in %s, too; download the files again"
                        .formatted(shard.file(), tensor, other.file()));
            }
        }
    }

    private void require(String tensor, String shard) {
        if (!shard(tensor).file().equals(shard)) {
            throw new CheckpointException("%s: tensor %s should be in %s, but is in %s; download the files again"
                    .formatted(index, tensor, shard, shard(tensor).file()));
        }
    }

    private Safetensors shard(String tensor) {
        Safetensors shard = shardOf.get(tensor);
        if (shard == null) {
            throw new CheckpointException(
                    "%s: tensor %s is missing; a file is incomplete or belongs to another config.json"
                            .formatted(index, tensor));
        }
        return shard;
    }
}
