package whatis.classification.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import whatis.classification.image.ImageSize;
import whatis.classification.image.Preprocessing;

/**
 * A Vision Transformer in the Hugging Face layout: {@code config.json}, {@code preprocessor_config.json} and
 * {@code model.safetensors}.
 *
 * <p>Weights stay in the file until a {@link Tensor} is read, so that only what the caller keeps takes memory. Tensors
 * without a role, such as a pooler, are ignored. For one thread; close it to close the file.
 */
public final class Checkpoint implements Closeable {

    private static final String CONFIG = "config.json";
    private static final String PREPROCESSOR_CONFIG = "preprocessor_config.json";
    private static final String MODEL = "model.safetensors";
    private static final long MAX_JSON_LENGTH = 16 << 20;

    private final VisionTransformerConfig config;
    private final Preprocessing preprocessing;
    private final Safetensors tensors;
    private final String encoder;

    private Checkpoint(VisionTransformerConfig config, Preprocessing preprocessing, Safetensors tensors) {
        this.config = config;
        this.preprocessing = preprocessing;
        this.tensors = tensors;
        this.encoder = config.architecture().modelType() + ".";
    }

    /**
     * Reads the configuration and checks the table of the weights.
     *
     * @throws CheckpointException if a file is missing, damaged or not supported
     */
    public static Checkpoint open(CheckpointFiles files) throws IOException {
        VisionTransformerConfig config = json(files, CONFIG)
                .map(VisionTransformerConfig::of)
                .orElseThrow(() -> missing(files, CONFIG, "choose a checkpoint in the Hugging Face layout"));
        Preprocessing preprocessing =
                ProcessorConfig.read(files, config.architecture().modelType());
        ImageSize input = preprocessing.inputSize();
        if (input.width() != config.imageWidth() || input.height() != config.imageHeight()) {
            throw new CheckpointException("%s: size is %d x %d, but %s has image_size %d x %d; they must be equal"
                    .formatted(
                            name(files, PREPROCESSOR_CONFIG),
                            input.height(),
                            input.width(),
                            CONFIG,
                            config.imageHeight(),
                            config.imageWidth()));
        }
        try {
            return new Checkpoint(config, preprocessing, Safetensors.open(name(files, MODEL), files.open(MODEL)));
        } catch (NoSuchFileException e) {
            throw missing(files, MODEL, "save the model as one file in the safetensors format");
        }
    }

    public VisionTransformerConfig config() {
        return config;
    }

    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /**
     * Returns the linear layer that turns a patch into a token, {@code [hiddenSize, channels * patchSize * patchSize]}; a
     * patch is flattened by channel, then row, then column.
     */
    public Linear patchEmbedding() {
        String name = encoder + "embeddings.patch_embeddings.projection";
        int side = config.patchSize();
        return new Linear(
                tensor(name + ".weight", config.hiddenSize(), VisionTransformerConfig.CHANNELS, side, side),
                tensor(name + ".bias", config.hiddenSize()));
    }

    /** Returns the learned tokens that stand before the patches, {@code [prefixTokens, hiddenSize]}, the class token first. */
    public Tensor prefixTokens() {
        Tensor classToken = tensor(encoder + "embeddings.cls_token", 1, 1, config.hiddenSize());
        return switch (config.architecture()) {
            case VIT -> classToken;
            case DEIT ->
                () -> joined(classToken, tensor(encoder + "embeddings.distillation_token", 1, 1, config.hiddenSize()));
        };
    }

    /** Returns what is added to the tokens, {@code [tokens, hiddenSize]}. */
    public Tensor positionEmbeddings() {
        return tensor(encoder + "embeddings.position_embeddings", 1, config.tokens(), config.hiddenSize());
    }

    /** Returns an encoder layer, counted from 0. */
    public EncoderLayer layer(int index) {
        if (index < 0 || index >= config.layers()) {
            throw new IndexOutOfBoundsException("layer %d of %d".formatted(index, config.layers()));
        }
        return new EncoderLayer(this, "%sencoder.layer.%d.".formatted(encoder, index));
    }

    /** Returns the normalisation after the last layer. */
    public LayerNorm finalNorm() {
        return layerNorm(encoder + "layernorm");
    }

    /** Returns the linear layer from the class token to the logits, {@code [labels, hiddenSize]}. */
    public Linear classifier() {
        return linear("classifier", config.labels().size(), config.hiddenSize());
    }

    @Override
    public void close() throws IOException {
        tensors.close();
    }

    Linear linear(String name, int outputs, int inputs) {
        return new Linear(tensor(name + ".weight", outputs, inputs), tensor(name + ".bias", outputs));
    }

    LayerNorm layerNorm(String name) {
        return new LayerNorm(
                tensor(name + ".weight", config.hiddenSize()), tensor(name + ".bias", config.hiddenSize()));
    }

    Tensor tensor(String name, long... shape) {
        return () -> {
            try {
                return tensors.read(name, shape);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static Optional<JsonFields> json(CheckpointFiles files, String file) throws IOException {
        try (SeekableByteChannel channel = files.open(file)) {
            if (channel.size() > MAX_JSON_LENGTH) {
                throw new CheckpointException("%s has %d bytes, more than the %d that are read"
                        .formatted(name(files, file), channel.size(), MAX_JSON_LENGTH));
            }
            return Optional.of(JsonFields.parse(name(files, file), Channels.newInputStream(channel)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String name(CheckpointFiles files, String file) {
        return file + " of " + files.origin();
    }

    private static CheckpointException missing(CheckpointFiles files, String file, String advice) {
        return new CheckpointException("%s is missing; %s".formatted(name(files, file), advice));
    }

    private static float[] joined(Tensor first, Tensor second) {
        float[] head = first.read();
        float[] tail = second.read();
        float[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }
}
