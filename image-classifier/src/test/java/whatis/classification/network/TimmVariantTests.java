package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimmVariantTests {

    /** What timm 1.0.31 gives {@code VisionTransformer} for these names. */
    @ParameterizedTest
    @CsvSource({
        "vit_tiny_patch16_224, 3, 1e-6, GELU, false, TOKEN",
        "vit_huge_patch14_224, 16, 1e-6, GELU, false, TOKEN",
        "vit_base_patch16_224_miil, 12, 1e-6, GELU, false, TOKEN",
        "vit_base_patch16_gap_224, 16, 1e-6, GELU, false, AVERAGE",
        "vit_base_patch16_reg4_gap_256, 12, 1e-6, GELU, false, AVERAGE",
        "vit_base_patch32_clip_448, 12, 1e-5, GELU, false, TOKEN",
        "vit_base_patch16_plus_clip_240, 14, 1e-5, GELU, false, TOKEN",
        "vit_large_patch14_clip_quickgelu_336, 16, 1e-5, QUICK_GELU, false, TOKEN",
        "vit_base_patch16_siglip_512, 12, 1e-6, GELU, false, ATTENTION",
        "vit_base_patch32_siglip_gap_256, 12, 1e-6, GELU_TANH, false, AVERAGE",
        "vit_large_patch16_siglip_384, 16, 1e-6, GELU, false, ATTENTION",
        "vit_large_patch16_siglip_512, 16, 1e-6, GELU_TANH, false, ATTENTION",
        "vit_so400m_patch14_siglip_gap_448, 16, 1e-6, GELU, false, AVERAGE",
        "vit_so400m_patch16_siglip_256, 16, 1e-6, GELU_TANH, false, ATTENTION",
        "vit_giantopt_patch16_siglip_384, 16, 1e-6, GELU_TANH, false, ATTENTION",
        "vit_so150m_patch16_reg4_map_256, 14, 1e-6, GELU, false, ATTENTION",
        "vit_small_patch14_reg4_dinov2, 6, 1e-6, GELU, false, TOKEN",
        "vit_giant_patch14_reg4_dinov2, 24, 1e-6, SILU, true, TOKEN",
        "deit3_huge_patch14_224, 16, 1e-6, GELU, false, TOKEN",
        "eva_large_patch14_336, 16, 1e-6, GELU, false, AVERAGE",
        "flexivit_small, 6, 1e-6, GELU, false, TOKEN"
    })
    void nameWhenOfAUsualVitTellsWhatItComputes(
            String name, int heads, double epsilon, Activation activation, boolean gated, TimmVariant.Pool pool) {
        assertThat(TimmVariant.of(name))
                .contains(new TimmVariant(heads, epsilon, activation, gated, pool, false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deit_tiny_distilled_patch16_224", "deit_base_distilled_patch16_384"})
    void nameWhenDistilledTellsOfTheSecondClassifier(String name) {
        assertThat(TimmVariant.of(name))
                .hasValueSatisfying(variant -> assertThat(variant.distilled()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resnet50",
                "vit_base_r50_s16_224",
                "vit_relpos_base_patch16_224",
                "vit_base_patch16_rpn_224",
                "vit_base_patch16_xp_224",
                "vit_base_patch16_18x2_224",
                "vit_base_patch16_radio_v3",
                "vit_dwee_patch16_reg1_gap_256",
                "vit_base_patch16_rope_reg1_gap_256",
                "beit3_base_patch16_224",
                "eva02_base_patch14_448",
                "deit_base_patch16",
                "vit_enormous_patch16_224",
                "vit_base_patch16_224 ",
                ""
            })
    void nameWhenOfAnythingElseIsUnknown(String name) {
        assertThat(TimmVariant.of(name)).isEmpty();
    }
}
