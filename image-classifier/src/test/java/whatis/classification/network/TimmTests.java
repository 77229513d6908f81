package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.torchscript.StorageType;

class TimmTests {

    private static final int WIDTH = TimmWeights.WIDTH;
    private static final String FITTING = "'model_args': {'num_heads': 2, 'patch_size': 8}";

    @TempDir
    Path folder;

    private TimmWeights weights = new TimmWeights("");

    @Test
    void tensorsWhenOfAUsualVitMakeAGraph() throws IOException {
        weights.vit();
        assertThat(bytes("vit_tiny_patch16_224", FITTING)).isPositive();
    }

    @Test
    void tensorsWhenSavedByTransformersAreFound() throws IOException {
        weights = new TimmWeights("timm_model.");
        weights.vit();
        assertThat(bytes("vit_tiny_patch16_224", "'model_type': 'timm_wrapper', " + FITTING))
                .isPositive();
    }

    @Test
    void tensorsWhenDistilledHaveTwoClassifiers() throws IOException {
        weights.encoder(6);
        weights.tensor("dist_token", 1, 1, WIDTH);
        weights.norm("norm");
        weights.linear("head", 3, WIDTH);
        weights.linear("head_dist", 3, WIDTH);
        assertThat(bytes("deit_tiny_distilled_patch16_224", FITTING)).isPositive();
    }

    @Test
    void tensorsWhenPooledByAttentionMakeAGraph() throws IOException {
        weights.withoutClass(4);
        weights.norm("norm");
        weights.tensor("attn_pool.latent", 1, 1, WIDTH);
        weights.linear("attn_pool.q", WIDTH, WIDTH);
        weights.linear("attn_pool.kv", 2 * WIDTH, WIDTH);
        weights.linear("attn_pool.proj", WIDTH, WIDTH);
        weights.norm("attn_pool.norm");
        weights.linear("attn_pool.mlp.fc1", 9, WIDTH);
        weights.linear("attn_pool.mlp.fc2", WIDTH, 9);
        weights.linear("head", 3, WIDTH);
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
                "vit_tiny_patch16_224 | 'model_args': {'num_heads': 2, 'patch_size': 8, 'depth': 3} | , model_args: depth is 3, but by the tensors it is"
                        + " 2",
                "vit_tiny_patch16_224 | 'model_args': {'num_heads': 2, 'patch_size': 8, 'embed_dim': 8} | , model_args: embed_dim is 8, but by the"
                        + " tensors it is 6",
                "vit_base_patch16_224 | 'model_args': {'patch_size': 8} | : tensor patch_embed.proj.weight has the shape [6, 3, 8, 8],"
                        + " which doesn't fit pictures of 16 x 16 and num_heads 12",
                "vit_tiny_patch16_224 | 'model_args': {'num_heads': 2} | : tensor patch_embed.proj.weight is for patches of 8 x 8,"
                        + " but architecture and model_args say 16 x 16",
                "vit_tiny_patch8_gap_224 | 'model_args': {'num_heads': 2} | : tensor cls_token is there, which doesn't fit"
                        + " architecture and model_args",
                "vit_tiny_patch8_reg4_224 | 'model_args': {'num_heads': 2} | : tensor reg_token is missing, which doesn't fit"
                        + " architecture and model_args",
                "vit_tiny_patch8_224 | 'model_args': {'num_heads': 2, 'pos_embed': 'none'} | : tensor pos_embed is there, which"
                        + " doesn't fit architecture and model_args",
                "vit_tiny_patch8_clip_224 | 'model_args': {'num_heads': 2} | : tensor norm_pre.weight is missing, which doesn't"
                        + " fit architecture and model_args",
                "vit_tiny_patch8_224 | 'model_args': {'reg_tokens': -1} | , model_args: reg_tokens is -1, not between 0 and 1024"
            })
    void fieldWhenNotSupportedIsRefusedByName(String architecture, String field, String complaint) throws IOException {
        weights.vit();
        assertThatThrownBy(() -> bytes(architecture, field))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json of ")
                .hasMessageEndingWith(complaint);
    }

    @ParameterizedTest
    @CsvSource({"blocks.0.attn.q_norm.weight", "dist_token", "vit.embeddings.cls_token", "blocks.12345.norm1.weight"})
    void tensorWhenUnknownIsRefusedByName(String name) throws IOException {
        weights.vit();
        weights.tensor(name, 1, 1, WIDTH);
        assertThatThrownBy(() -> bytes("vit_tiny_patch16_224", FITTING))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("the weights have a tensor %s, which no ViT", name);
    }

    @Test
    void positionsWhenOfOtherPicturesAreRefused() throws IOException {
        weights.encoder(9);
        weights.norm("norm");
        weights.linear("head", 3, WIDTH);
        assertThatThrownBy(() -> bytes("vit_tiny_patch16_224", FITTING))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(
                        "tensor pos_embed has 9 positions, but pictures of 16 x 16 make 4 patches with 1 tokens before them");
    }

    @Test
    void scaleWhenALayerHasNoneThoughAnotherHasIsMissed() throws IOException {
        weights.vit();
        weights.tensor("blocks.1.ls1.gamma", WIDTH);
        assertThatThrownBy(() -> bytes("vit_tiny_patch16_224", FITTING))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("blocks.0.ls1.gamma");
    }

    private long bytes(String architecture, String fields) throws IOException {
        Files.write(folder.resolve("model.safetensors"), weights.bytes());
        Files.writeString(folder.resolve("config.json"), """
                {'architecture': '%s', 'num_classes': 3, 'pretrained_cfg': {'input_size': [3, 16, 16]}, %s}
                """.formatted(architecture, fields)
                .replace('\'', '"'));
        try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)))) {
            return network.traits(StorageType.FLOAT).bytes();
        }
    }
}
