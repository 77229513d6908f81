package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.image.SharedFiles;

class WeightNamesTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "vit, vit.embeddings.cls_token, embeddings.cls_token",
        "vit, vit.encoder.layer.0.attention.attention.query.weight, vit.layers.0.attention.q_proj.weight",
        "vit, vit.encoder.layer.0.attention.attention.query.weight, encoder.layer.0.attention.attention.query.weight",
        "vit, vit.encoder.layer.0.attention.attention.query.weight, layers.0.attention.q_proj.weight",
        "vit, vit.encoder.layer.11.attention.attention.key.bias, vit.layers.11.attention.k_proj.bias",
        "vit, vit.encoder.layer.0.attention.attention.value.bias, vit.encoder.layer.0.attention.v_proj.bias",
        "vit, vit.encoder.layer.0.attention.output.dense.weight, vit.layers.0.attention.o_proj.weight",
        "vit, vit.encoder.layer.0.intermediate.dense.weight, vit.layers.0.mlp.fc1.weight",
        "vit, vit.encoder.layer.0.output.dense.weight, vit.layers.0.mlp.fc2.weight",
        "vit, vit.encoder.layer.0.layernorm_before.bias, vit.layers.0.layernorm_before.bias",
        "vit, classifier.weight, vit.classifier.weight",
        "vit_msn, vit.encoder.layer.1.output.dense.bias, encoder.layer.1.output.dense.bias",
        "deit, deit.encoder.layer.0.output.dense.bias, deit.layers.0.mlp.fc2.bias",
        "deit, distillation_classifier.bias, distillation_classifier.bias",
        "dinov2, dinov2.encoder.layer.0.attention.attention.query.weight, dinov2.encoder.layer.0.attention.q_proj.weight",
        "dinov2, dinov2.encoder.layer.0.attention.output.dense.bias, dinov2.encoder.layer.0.attention.o_proj.bias",
        "dinov2, dinov2.encoder.layer.0.mlp.weights_out.bias, dinov2.encoder.layer.0.mlp.down_proj.bias",
        "dinov2_with_registers, dinov2_with_registers.layernorm.bias, layernorm.bias",
        "beit, beit.encoder.relative_position_bias.relative_position_bias_table, beit.shared_position_bias.relative_position_bias_table",
        "beit, beit.encoder.layer.0.attention.attention.relative_position_bias.relative_position_bias_table, beit.layers.0.relative_position_bias.relative_position_bias_table",
        "data2vec-vision, data2vec_vision.encoder.layer.0.lambda_1, encoder.layer.0.lambda_1",
        "siglip, vision_model.encoder.layers.0.mlp.fc1.bias, vision_model.vision_model.encoder.layers.0.mlp.fc1.bias",
        "siglip, vision_model.head.probe, siglip.vision_model.head.probe",
        "swin, swin.encoder.layers.0.blocks.1.attention.self.query.bias, swin.encoder.layers.0.blocks.1.attention.q_proj.bias",
        "swin, swin.encoder.layers.0.blocks.1.attention.self.relative_position_bias_table, swin.encoder.layers.0.blocks.1.attention.relative_position_bias.relative_position_bias_table",
        "swin, swin.encoder.layers.0.blocks.1.output.dense.bias, encoder.layers.0.blocks.1.mlp.fc2.bias",
        "swinv2, swinv2.encoder.layers.0.blocks.0.attention.self.query.bias, encoder.layers.0.blocks.0.attention.self.query.bias",
        "convnextv2, convnextv2.encoder.stages.0.layers.0.grn.bias, encoder.stages.0.layers.0.grn.bias",
        "resnet, resnet.embedder.embedder.convolution.weight, embedder.embedder.convolution.weight"
    })
    void tensorWhenTheFileCallsItOtherwiseIsFound(String modelType, String asked, String stored) throws IOException {
        new SafetensorsWriter("F32").add(stored, new float[] {3}, 1).write(folder.resolve("model.safetensors"));
        try (Weights weights = open(modelType)) {
            assertThat(weights.has(asked)).isTrue();
            assertThat(weights.shape(asked)).containsExactly(1);
            assertThat(weights.tensor(asked, 1).read()).containsExactly(3);
            assertThat(weights.names()).containsExactly(stored);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vit, vit.layernorm.weight, deit.layernorm.weight",
        "vit, vit.layernorm.weight, vit.vit.layernorm.weight",
        "vit, vit.layernorm.weight, vit.layernorm.gamma",
        "vit, vit.encoder.layer.0.output.dense.weight, vit.encoder.layer.0.xoutput.dense.weight",
        "vit, vit.encoder.layer.0.output.dense.weight, vit.layers.0.mlp.fc2x.weight",
        "data2vec-vision, data2vec_vision.encoder.layer.0.output.dense.bias, data2vec_vision.layers.0.mlp.fc2.bias"
    })
    void tensorWhenTransformersDoesNotKnowTheNameIsMissing(String modelType, String asked, String stored)
            throws IOException {
        new SafetensorsWriter("F32").add(stored, new float[] {3}, 1).write(folder.resolve("model.safetensors"));
        try (Weights weights = open(modelType)) {
            assertThat(weights.has(asked)).isFalse();
            assertThatThrownBy(() -> weights.tensor(asked, 1))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageStartingWith("model.safetensors of m: tensor %s is missing", asked);
        }
    }

    @Test
    void tensorWhenThereUnderTwoNamesIsTheFirstOfTheAlphabet() throws IOException {
        new SafetensorsWriter("F32")
                .add("vit.layernorm.weight", new float[] {1}, 1)
                .add("layernorm.weight", new float[] {2}, 1)
                .write(folder.resolve("model.safetensors"));
        try (Weights weights = open("vit")) {
            assertThat(weights.tensor("vit.layernorm.weight", 1).read()).containsExactly(2);
        }
    }

    @Test
    void tensorWhenSplitIsJoined() throws IOException {
        String mlp = "dinov2.encoder.layer.0.mlp.";
        new SafetensorsWriter("F32")
                .add(mlp + "up_proj.weight", new float[] {5, 6, 7, 8}, 2, 2)
                .add(mlp + "gate_proj.weight", new float[] {1, 2, 3, 4}, 2, 2)
                .write(folder.resolve("model.safetensors"));
        try (Weights weights = open("dinov2")) {
            String whole = mlp + "weights_in.weight";
            assertThat(weights.has(whole)).isTrue();
            assertThat(weights.has(mlp + "weights_in.bias")).isFalse();
            assertThat(weights.shape(whole)).containsExactly(4, 2);
            assertThat(weights.tensor(whole, 4, 2).read()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            List<Float> pieces = new ArrayList<>();
            weights.tensor(whole, 4, 2).read((piece, count) -> {
                for (int i = 0; i < count; i++) {
                    pieces.add(piece[i]);
                }
            });
            assertThat(pieces).containsExactly(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f);
            assertThatThrownBy(() -> weights.tensor(whole, 6, 2))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("gate_proj.weight has shape [2, 2], but config.json asks for [3, 2]");
            assertThatThrownBy(() -> weights.tensor(whole, 5, 2))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("weights_in.weight");
        }
    }

    @Test
    void tensorWhenWholeIsReadAsItIs() throws IOException {
        String name = "dinov2.encoder.layer.0.mlp.weights_in.weight";
        new SafetensorsWriter("F32").add(name, new float[] {1, 2}, 2, 1).write(folder.resolve("model.safetensors"));
        try (Weights weights = open("dinov2")) {
            assertThat(weights.shape(name)).containsExactly(2, 1);
            assertThat(weights.tensor(name, 2, 1).read()).containsExactly(1, 2);
        }
    }

    @Test
    void tensorWhenOnlyAPartOfItIsThereIsMissing() throws IOException {
        new SafetensorsWriter("F32")
                .add("encoder.layer.0.mlp.gate_proj.weight", new float[] {1}, 1)
                .write(folder.resolve("model.safetensors"));
        try (Weights weights = open("dinov2")) {
            assertThat(weights.has("dinov2.encoder.layer.0.mlp.weights_in.weight"))
                    .isFalse();
        }
    }

    /** A name of each kind that the published checkpoints of that type have, google/vit-base-patch16-224 for one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C26-new-names | vit.encoder.layer.1.intermediate.dense.weight | vit.layernorm.weight | classifier.bias",
                "D01-deit | deit.embeddings.distillation_token | deit.encoder.layer.1.attention.attention.key.weight | classifier.weight",
                "D03-deit-with-teacher | deit.layernorm.bias | cls_classifier.weight | distillation_classifier.weight",
                "X-vit_msn | vit.embeddings.cls_token | vit.encoder.layer.0.output.dense.weight | classifier.weight",
                "X-beit | beit.encoder.layer.1.lambda_2 | beit.encoder.layer.0.attention.attention.relative_position_bias.relative_position_bias_table | beit.pooler.layernorm.weight",
                "X-data2vec-vision | data2vec_vision.embeddings.patch_embeddings.projection.weight | data2vec_vision.encoder.layer.0.attention.attention.value.bias | data2vec_vision.pooler.layernorm.bias",
                "X-dinov2 | dinov2.encoder.layer.1.layer_scale2.lambda1 | dinov2.encoder.layer.0.mlp.fc1.weight | dinov2.layernorm.weight",
                "X-dinov2-swiglu | dinov2.encoder.layer.1.mlp.weights_in.bias | dinov2.encoder.layer.0.mlp.weights_out.weight | dinov2.encoder.layer.0.norm1.weight",
                "X-dinov2_with_registers | dinov2_with_registers.embeddings.register_tokens | dinov2_with_registers.encoder.layer.0.norm2.bias | classifier.weight",
                "X-siglip | vision_model.embeddings.position_embedding.weight | vision_model.encoder.layers.1.self_attn.out_proj.bias | vision_model.post_layernorm.weight",
                "X-swin | swin.encoder.layers.0.downsample.reduction.weight | swin.encoder.layers.1.blocks.1.attention.self.relative_position_bias_table | swin.layernorm.weight",
                "X-swinv2 | swinv2.encoder.layers.0.blocks.1.attention.self.continuous_position_bias_mlp.0.weight | swinv2.encoder.layers.0.blocks.0.attention.self.logit_scale | swinv2.layernorm.bias",
                "X-convnext | convnext.encoder.stages.2.layers.1.layer_scale_parameter | convnext.encoder.stages.1.downsampling_layer.1.weight | convnext.layernorm.weight",
                "X-convnextv2 | convnextv2.encoder.stages.0.layers.0.grn.weight | convnextv2.embeddings.patch_embeddings.weight | classifier.weight",
                "X-resnet | resnet.embedder.embedder.normalization.running_var | resnet.encoder.stages.1.layers.0.shortcut.convolution.weight | classifier.1.weight"
            })
    void tensorsOfACheckpointAreFoundByPublishedNames(String checkpoint, String first, String second, String third)
            throws IOException {
        CheckpointFiles files = CheckpointFiles.inFolder(SharedFiles.path("fixtures/checkpoints/" + checkpoint));
        JsonFields config = JsonFiles.config(files);
        WeightNames names = TransformersNames.of(config.string("model_type").orElseThrow());
        try (Weights weights = Weights.open(files, config).named(names)) {
            for (String asked : List.of(first, second, third)) {
                assertThat(weights.has(asked)).as(asked).isTrue();
                assertThat(weights.tensor(asked, weights.shape(asked)).read())
                        .as(asked)
                        .isNotEmpty();
            }
            assertThat(weights.names().stream().map(names::normalized)).doesNotHaveDuplicates();
        }
    }

    private Weights open(String modelType) throws IOException {
        Weights weights = Weights.open(CheckpointFiles.inFolder(folder, "m"), Json.parse("config.json", "{}"));
        return weights.named(TransformersNames.of(modelType));
    }
}
