package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.checkpoint.SafetensorsWriter;
import whatis.classification.torchscript.StorageType;

class TimmTests {

    private static final int WIDTH = 6;
    private static final String FITTING = "'model_args': {'num_heads': 2}";

    @TempDir
    Path folder;

    private final SafetensorsWriter weights = new SafetensorsWriter("F32");
    private final Random random = new Random(1);
    private String prefix = "";

    @Test
    void tensorsWhenOfAUsualVitMakeAGraph() throws IOException {
        vit();
        assertThat(bytes("vit_tiny_patch16_224", FITTING)).isPositive();
    }

    @Test
    void tensorsWhenSavedByTransformersAreFound() throws IOException {
        prefix = "timm_model.";
        vit();
        assertThat(bytes("vit_tiny_patch16_224", "'model_type': 'timm_wrapper', " + FITTING))
                .isPositive();
    }

    @Test
    void tensorsWhenDistilledHaveTwoClassifiers() throws IOException {
        encoder(6);
        tensor("dist_token", 1, 1, WIDTH);
        norm("norm");
        linear("head", 3, WIDTH);
        linear("head_dist", 3, WIDTH);
        assertThat(bytes("deit_tiny_distilled_patch16_224", FITTING)).isPositive();
    }

    @Test
    void tensorsWhenPooledByAttentionMakeAGraph() throws IOException {
        encoder(5);
        norm("norm");
        tensor("attn_pool.latent", 1, 1, WIDTH);
        linear("attn_pool.q", WIDTH, WIDTH);
        linear("attn_pool.kv", 2 * WIDTH, WIDTH);
        linear("attn_pool.proj", WIDTH, WIDTH);
        norm("attn_pool.norm");
        linear("attn_pool.mlp.fc1", 9, WIDTH);
        linear("attn_pool.mlp.fc2", WIDTH, 9);
        linear("head", 3, WIDTH);
        assertThat(bytes("vit_base_patch16_siglip_224", FITTING)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "resnet50 | 'a': 1 | : architecture is \"resnet50\"; of timm's models whatis runs the usual ViTs and DeiTs, such as"
                        + " vit_base_patch16_224",
                "vit_tiny_patch16_224 | 'global_pool': 'avg' | : global_pool is \"avg\", but vit_tiny_patch16_224 has token;"
                        + " model_args must say so where it was changed",
                "vit_tiny_patch16_224 | 'model_args': {'global_pool': 'max'} | , model_args: global_pool is \"max\"; supported are"
                        + " token, avg, map",
                "vit_tiny_patch16_224 | 'model_args': {'qk_norm': true} | , model_args: qk_norm is set, which whatis doesn't know;"
                        + " it knows what timm's usual ViTs vary",
                "vit_tiny_patch16_224 | 'model_args': {'img_size': 48} | , model_args: img_size is 48 x 48, but input_size makes"
                        + " pictures of 16 x 16; they must be equal",
                "vit_tiny_patch16_224 | 'model_args': {'num_classes': 4} | , model_args: num_classes is 4, but there are 3 labels",
                "vit_tiny_patch16_224 | 'model_args': {'num_heads': 0} | , model_args: num_heads is 0, not between 1 and 1024",
                "vit_tiny_patch16_224 | 'model_args': {'in_chans': 1} | , model_args: in_chans is 1; only models for 3 channels are"
                        + " supported",
                "vit_tiny_patch16_224 | 'model_args': {'act_layer': 'mish'} | , model_args: act_layer is \"mish\"; supported are"
                        + " gelu, gelu_tanh, quick_gelu, relu, silu, swish",
                "vit_tiny_patch16_224 | 'model_args': {'num_heads': 2, 'depth': 3} | , model_args: depth is 3, but by the tensors it is"
                        + " 2",
                "vit_tiny_patch16_224 | 'model_args': {'num_heads': 2, 'embed_dim': 8} | , model_args: embed_dim is 8, but by the"
                        + " tensors it is 6",
                "vit_base_patch16_224 | 'a': 1 | : tensor patch_embed.proj.weight has the shape [6, 3, 8, 8], which doesn't fit"
                        + " pictures of 16 x 16 and 12 attention heads"
            })
    void fieldWhenNotSupportedIsRefusedByName(String architecture, String field, String complaint) throws IOException {
        vit();
        assertThatThrownBy(() -> bytes(architecture, field))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json of ")
                .hasMessageEndingWith(complaint);
    }

    @ParameterizedTest
    @CsvSource({"blocks.0.attn.q_norm.weight", "dist_token", "vit.embeddings.cls_token", "blocks.12345.norm1.weight"})
    void tensorWhenUnknownIsRefusedByName(String name) throws IOException {
        vit();
        tensor(name, 1, 1, WIDTH);
        assertThatThrownBy(() -> bytes("vit_tiny_patch16_224", FITTING))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("the weights have a tensor %s, which no ViT", name);
    }

    @Test
    void positionsWhenOfOtherPicturesAreRefused() throws IOException {
        encoder(9);
        norm("norm");
        linear("head", 3, WIDTH);
        assertThatThrownBy(() -> bytes("vit_tiny_patch16_224", FITTING))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(
                        "tensor pos_embed has 9 positions, but pictures of 16 x 16 make 4 patches with 1 tokens before them");
    }

    @Test
    void scaleWhenALayerHasNoneThoughAnotherHasIsMissed() throws IOException {
        vit();
        tensor("blocks.1.ls1.gamma", WIDTH);
        assertThatThrownBy(() -> bytes("vit_tiny_patch16_224", FITTING))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("blocks.0.ls1.gamma");
    }

    private void vit() {
        encoder(5);
        norm("norm");
        linear("head", 3, WIDTH);
    }

    /** Two layers for pictures of 16 x 16 in patches of 8 x 8. */
    private void encoder(int positions) {
        tensor("cls_token", 1, 1, WIDTH);
        tensor("pos_embed", 1, positions, WIDTH);
        tensor("patch_embed.proj.weight", WIDTH, 3, 8, 8);
        tensor("patch_embed.proj.bias", WIDTH);
        for (int i = 0; i < 2; i++) {
            String layer = "blocks.%d.".formatted(i);
            norm(layer + "norm1");
            linear(layer + "attn.qkv", 3 * WIDTH, WIDTH);
            linear(layer + "attn.proj", WIDTH, WIDTH);
            norm(layer + "norm2");
            linear(layer + "mlp.fc1", 10, WIDTH);
            linear(layer + "mlp.fc2", WIDTH, 10);
        }
    }

    private void linear(String name, int outputs, int inputs) {
        tensor(name + ".weight", outputs, inputs);
        tensor(name + ".bias", outputs);
    }

    private void norm(String name) {
        tensor(name + ".weight", WIDTH);
        tensor(name + ".bias", WIDTH);
    }

    private void tensor(String name, long... shape) {
        int count = 1;
        for (long length : shape) {
            count *= (int) length;
        }
        float[] elements = new float[count];
        for (int i = 0; i < count; i++) {
            elements[i] = (float) random.nextGaussian();
        }
        weights.add(prefix + name, elements, shape);
    }

    private long bytes(String architecture, String fields) throws IOException {
        weights.write(folder.resolve("model.safetensors"));
        Files.writeString(folder.resolve("config.json"), """
                {'architecture': '%s', 'num_classes': 3, 'pretrained_cfg': {'input_size': [3, 16, 16]}, %s}
                """.formatted(architecture, fields)
                .replace('\'', '"'));
        try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)))) {
            return network.traits(StorageType.FLOAT).bytes();
        }
    }
}
