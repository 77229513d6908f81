package whatis.classification.network;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.Weights;
import whatis.classification.torchscript.StorageType;
import whatis.image.raster.ImageSize;

/** Has every tensor in every shape, unread, and remembers what an architecture asked for. */
final class AskedTensors implements Weights {

    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final Graph graph;
    private final String code;

    /** @param config what {@code config.json} holds, with single quotes */
    AskedTensors(ImageSize input, String config) {
        JsonFields json = JsonFields.parse(
                "config.json",
                new ByteArrayInputStream(config.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        graph = new Graph(StorageType.FLOAT, input);
        Value logits = Architectures.of(json).forward(json, input, 5).logits(graph, new Layers(this));
        code = graph.body(new PlainLowering(Attention.FLASH), logits.code());
    }

    /** Returns the program that computes the logits. */
    String code() {
        return code;
    }

    /** Returns how many tensors the program reads. */
    int parameters() {
        return graph.parameters().size();
    }

    @Override
    public boolean has(String name) {
        return shapes.containsKey(name);
    }

    @Override
    public long[] shape(String name) {
        return shapes.getOrDefault(name, new long[] {});
    }

    @Override
    public Tensor tensor(String name, long... shape) {
        shapes.put(name, shape);
        return () -> {
            throw new AssertionError(name + " was read");
        };
    }

    @Override
    public Set<String> names() {
        return shapes.keySet();
    }

    @Override
    public void close() {}
}
