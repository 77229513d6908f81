package whatis.classification.network;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.ClassificationHead;
import whatis.classification.image.ImageSize;
import whatis.classification.image.Preprocessing;
import whatis.classification.torchscript.Archive;
import whatis.classification.torchscript.ArchiveTensor;
import whatis.classification.torchscript.ModuleCode;
import whatis.classification.torchscript.StorageType;

/**
 * What a checkpoint computes: pixels {@code [batch, channels, height, width]} in fp32 to logits {@code [batch, labels]} in
 * fp32. For one thread; close it to close the files of the weights.
 */
public final class Network implements Closeable {

    /** The method in operators that every build of libtorch has. */
    public static final String PLAIN = "plain";

    /** The method in fused operators, to be run after {@link #PACK}. */
    public static final String FUSED = "fused";

    /** The method that packs the weights for the fused operators, one after the other; its argument doesn't matter. */
    public static final String PACK = "pack";

    private final Architecture.Forward forward;
    private final Layers layers;
    private final Preprocessing preprocessing;
    private final ImageSize input;
    private final ClassificationHead head;

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
        Graph graph = new Graph(type, input);
        Value logits = forward.logits(graph, layers);
        ModuleCode code = new ModuleCode(graph.parameters());
        code.method(PLAIN, graph.body(plain, logits));
        return new Archive(code.text(), graph.parameters());
    }

    /**
     * Writes a module with the methods {@link #PLAIN}, {@link #PACK} and {@link #FUSED}.
     *
     * @param keepPlain whether the plain method still works after packing, which takes a second copy of the weights
     * @throws CheckpointException if a tensor is missing or has another shape
     */
    public Archive archive(StorageType type, Lowering plain, Lowering fused, boolean keepPlain) {
        Graph graph = new Graph(type, input);
        Value logits = forward.logits(graph, layers);
        ModuleCode code = new ModuleCode(graph.parameters());
        StringBuilder packing = new StringBuilder();
        Map<Lowering.Weight, String> packed = new LinkedHashMap<>();
        graph.weights().forEach(weight -> packed.put(weight, fused.packed(weight)));
        graph.kernels().forEach(kernel -> packed.put(kernel.weight(), fused.packed(kernel)));
        packed.forEach((weight, expression) -> {
            code.attribute(weight.packed());
            packing.append(ModuleCode.set(weight.packed(), expression));
            if (!keepPlain) {
                packing.append(ModuleCode.free(weight.stored()));
            }
        });
        code.method(PLAIN, graph.body(plain, logits));
        code.method(FUSED, graph.body(fused, logits));
        code.method(PACK, packing.append("    return x\n").toString());
        return new Archive(code.text(), graph.parameters());
    }

    /**
     * What decides on how a network is best computed.
     *
     * @param bytes how much its parameters take once
     * @param convolutions whether it has any
     */
    public record Traits(long bytes, boolean convolutions) {}

    /** Returns the traits in a number format. */
    public Traits traits(StorageType type) {
        Graph graph = new Graph(type, input);
        forward.logits(graph, layers);
        long bytes = graph.parameters().stream().mapToLong(ArchiveTensor::bytes).sum();
        return new Traits(bytes, !graph.kernels().isEmpty());
    }

    @Override
    public void close() throws IOException {
        layers.weights().close();
    }
}
