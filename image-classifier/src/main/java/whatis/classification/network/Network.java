package whatis.classification.network;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.ClassificationHead;
import whatis.classification.image.Preprocessing;
import whatis.classification.torchscript.Archive;
import whatis.classification.torchscript.ArchiveTensor;
import whatis.classification.torchscript.ModuleCode;
import whatis.classification.torchscript.StorageType;
import whatis.image.raster.ImageSize;

/**
 * What a checkpoint computes: pixels {@code [batch, channels, height, width]} in fp32 to logits {@code [batch, labels]} in
 * fp32. For one thread; close it to close the files of the weights.
 */
public final class Network implements Closeable {

    /** The method in operators that every build of libtorch has. */
    public static final String PLAIN = "plain";

    /** The method in fused operators, to be run after {@link #packing}. */
    public static final String FUSED = "fused";

    /** The method that observes what linear layers read, to be added to an {@link Observation}. */
    public static final String OBSERVED = "observed";

    /** What the names of the methods that pack begin with. */
    private static final String PACK = "pack";

    private final Architecture.Forward forward;
    private final Layers layers;
    private final Preprocessing preprocessing;
    private final ImageSize input;
    private final ClassificationHead head;

    /** Built when asked for first: a load asks several times. */
    private final Map<StorageType, Built> built = new EnumMap<>(StorageType.class);

    private record Built(Graph graph, Value logits) {}

    private Network(
            Architecture.Forward forward,
            Layers layers,
            Preprocessing preprocessing,
            ImageSize input,
            ClassificationHead head) {
        this.forward = forward;
        this.layers = layers;
        this.preprocessing = preprocessing;
        this.input = input;
        this.head = head;
    }

    /**
     * Finds the architecture of a checkpoint and reads its configuration.
     *
     * @return to be closed
     * @throws CheckpointException if the architecture isn't supported, or if something is damaged or makes no sense
     */
    public static Network open(Checkpoint checkpoint) throws IOException {
        Architecture architecture = Architectures.of(checkpoint.config());
        Preprocessing preprocessing = architecture.preprocessing(checkpoint);
        ImageSize input = preprocessing.inputSize();
        ClassificationHead head = architecture.head(checkpoint);
        Architecture.Forward forward =
                architecture.forward(checkpoint.config(), input, head.labels().size());
        return new Network(forward, new Layers(checkpoint.weights(architecture.names())), preprocessing, input, head);
    }

    /** Returns how pictures become the network's input. */
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /** Returns what the logits mean. */
    public ClassificationHead head() {
        return head;
    }

    /** Returns the shape of a batch of images. */
    public long[] shape(int batch) {
        return new long[] {batch, Graph.CHANNELS, input.height(), input.width()};
    }

    /**
     * Writes a module with the method {@link #PLAIN}.
     *
     * @throws CheckpointException if a tensor is missing or has another shape
     */
    public Archive archive(StorageType type, Lowering plain) {
        Graph graph = built(type).graph();
        Value logits = built(type).logits();
        ModuleCode code = new ModuleCode(graph.parameters());
        code.method(PLAIN, graph.body(plain, logits.code()));
        return new Archive(code.text(), graph.parameters());
    }

    /**
     * Writes a module with the methods {@link #PLAIN}, {@link #packing} and {@link #FUSED}.
     *
     * @param keepPlain whether the plain method still works after packing, which takes a second copy of the weights
     * @throws CheckpointException if a tensor is missing or has another shape
     */
    public Archive archive(StorageType type, Lowering plain, Lowering fused, boolean keepPlain) {
        Graph graph = built(type).graph();
        Value logits = built(type).logits();
        ModuleCode code = new ModuleCode(graph.parameters());
        code.method(PLAIN, graph.body(plain, logits.code()));
        code.method(FUSED, graph.body(fused, logits.code()));
        List<List<Packing>> steps = Packing.steps(graph);
        for (int step = 0; step < steps.size(); step++) {
            code.method(PACK + step, pack(steps.get(step), code, fused, keepPlain));
        }
        return new Archive(code.text(), graph.parameters());
    }

    /** Writes a module with the method {@link #OBSERVED}, whose argument are pictures as for {@link #PLAIN}. */
    public Archive observing(StorageType type, PlainLowering plain) {
        Graph graph = built(type).graph();
        ModuleCode code = new ModuleCode(graph.parameters());
        code.method(OBSERVED, graph.body(plain, graph.linearInputs().extremes()));
        return new Archive(code.text(), graph.parameters());
    }

    /** Returns what the results of {@link #OBSERVED} are added to. */
    public Observation observation() {
        return new Observation(linearLayers());
    }

    /** Returns the linear layers that may run in int8, in the order in which they are computed. */
    public List<LinearLayer> linearLayers() {
        return built(StorageType.FLOAT).graph().linearInputs().layers();
    }

    private static String pack(List<Packing> weights, ModuleCode code, Lowering fused, boolean keepPlain) {
        StringBuilder body = new StringBuilder();
        for (Packing packing : weights) {
            Lowering.Weight weight = packing.weight();
            for (Lowering.Packed packed : packing.layout().apply(fused)) {
                code.attribute(packed.attribute());
                body.append(ModuleCode.set(packed.attribute(), packed.expression()));
            }
            if (!keepPlain) {
                body.append(ModuleCode.free(weight.stored()));
            }
        }
        return body.append("    return x\n").toString();
    }

    /**
     * Returns the methods that pack the weights for {@link #FUSED}, to be run in this order; their argument doesn't matter.
     * Each leaves memory behind that can be given back to the system.
     */
    public List<String> packing(StorageType type) {
        Graph graph = built(type).graph();
        return IntStream.range(0, Packing.steps(graph).size())
                .mapToObj(step -> PACK + step)
                .toList();
    }

    /**
     * What decides on how a network is best computed.
     *
     * @param bytes how much its parameters take once
     * @param convolutions whether it has any
     */
    public record Traits(long bytes, boolean convolutions) {}

    /**
     * Returns a digest of what is computed and of all shapes, whatever the weights are: networks that have it in common take
     * the same time.
     *
     * @return 64 hexadecimal digits
     */
    public String digest() {
        Graph graph = built(StorageType.FLOAT).graph();
        StringBuilder text = new StringBuilder(input.heightFirst()).append('\n');
        for (ArchiveTensor parameter : graph.parameters()) {
            text.append("%s %s %s\n".formatted(parameter.name(), parameter.type(), Arrays.toString(parameter.shape())));
        }
        text.append(graph.body(
                new PlainLowering(Attention.FLASH),
                built(StorageType.FLOAT).logits().code()));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Built built(StorageType type) {
        return built.computeIfAbsent(type, missing -> {
            Graph graph = new Graph(type, input);
            return new Built(graph, forward.logits(graph, layers));
        });
    }

    /** Returns the traits in a number format. */
    public Traits traits(StorageType type) {
        Graph graph = built(type).graph();
        long bytes = graph.parameters().stream().mapToLong(ArchiveTensor::bytes).sum();
        return new Traits(bytes, !graph.kernels().isEmpty());
    }

    @Override
    public void close() throws IOException {
        layers.weights().close();
    }
}
