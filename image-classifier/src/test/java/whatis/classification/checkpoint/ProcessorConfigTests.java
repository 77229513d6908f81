package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.image.CentreCrop;
import whatis.classification.image.Normalization;
import whatis.classification.image.Preprocessing;
import whatis.classification.image.Resizing;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

class ProcessorConfigTests {

    private static final List<Double> HALVES = List.of(0.5, 0.5, 0.5);
    private static final Normalization HALF = new Normalization(1 / 255.0, HALVES, HALVES);
    private static final Normalization OF_CLIP = new Normalization(
            1 / 255.0, List.of(0.48145466, 0.4578275, 0.40821073), List.of(0.26862954, 0.26130258, 0.27577711));
    private static final Preprocessing OF_VIT =
            new Preprocessing(new Resizing.Exact(ImageSize.square(224)), ResamplingFilter.BILINEAR, null, HALF);
    private static final Preprocessing OF_DEIT = new Preprocessing(
            new Resizing.Exact(ImageSize.square(256)), ResamplingFilter.BICUBIC, crop(224, 224), HALF);
    private static final Preprocessing OF_BEIT =
            new Preprocessing(new Resizing.Exact(ImageSize.square(224)), ResamplingFilter.BICUBIC, null, HALF);
    private static final Preprocessing OF_SIGLIP =
            new Preprocessing(new Resizing.Exact(ImageSize.square(224)), ResamplingFilter.BICUBIC, null, HALF, true);
    private static final Preprocessing OF_BIT =
            new Preprocessing(new Resizing.ShortestEdge(224), ResamplingFilter.BICUBIC, crop(224, 224), OF_CLIP, true);
    private static final Preprocessing OF_CONVNEXT =
            new Preprocessing(new Resizing.Exact(ImageSize.square(384)), ResamplingFilter.BICUBIC, null, HALF);

    /** The defaults of transformers 5.23, where model_type decides because the file names no processor. */
    static Stream<Arguments> architectures() {
        return Stream.of(
                Arguments.of("vit", "ViT", OF_VIT),
                Arguments.of("vit_msn", "ViT", OF_VIT),
                Arguments.of("swin", "ViT", OF_VIT),
                Arguments.of("swinv2", "ViT", OF_VIT),
                Arguments.of("deit", "DeiT", OF_DEIT),
                Arguments.of("beit", "Beit", OF_BEIT),
                Arguments.of("data2vec-vision", "Beit", OF_BEIT),
                Arguments.of("siglip", "Siglip", OF_SIGLIP),
                Arguments.of("dinov2", "Bit", OF_BIT),
                Arguments.of("convnext", "ConvNext", OF_CONVNEXT),
                Arguments.of("convnextv2", "ConvNext", OF_CONVNEXT),
                Arguments.of("resnet", "ConvNext", OF_CONVNEXT));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void processorWhenNotNamedIsThatOfTheArchitecture(String modelType, String name, Preprocessing expected)
            throws IOException {
        assertThat(read("{}", modelType)).isEqualTo(expected);
        assertThat(read("{'image_processor_type': null}", modelType)).isEqualTo(expected);
        assertThat(read("{'image_processor_type': '%sImageProcessor'}".formatted(name), "x"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'image_processor_type': 'DeiTImageProcessor'",
                "'image_processor_type': 'DeiTImageProcessorFast'",
                "'image_processor_type': 'DeiTImageProcessorPil'",
                "'image_processor_type': 'DeiTImageProcessor', 'feature_extractor_type': 'ViTFeatureExtractor'",
                "'image_processor_type': 'DeiTImageProcessor', 'auto_map': {'AutoImageProcessor': 'x.Y'}",
                "'image_processor_type': null, 'feature_extractor_type': 'DeiTFeatureExtractor'",
                "'feature_extractor_type': 'DeiTFeatureExtractor'",
                "'feature_extractor_type': 'DeiTImageProcessor'"
            })
    void processorWhenNamedIsTakenRatherThanThatOfTheArchitecture(String fields) throws IOException {
        assertThat(read("{%s}".formatted(fields), "vit")).isEqualTo(OF_DEIT);
    }

    @Test
    void processorWhenOnlyConfigNamesItIsThat() throws IOException {
        CheckpointFiles files = files(
                "preprocessor_config.json",
                "{'auto_map': {}}",
                "config.json",
                "{'image_processor_type': 'DeiTImageProcessor'}");
        assertThat(ProcessorConfig.read(files, "vit")).isEqualTo(OF_DEIT);
    }

    @Test
    void processorWhenConfigNamesAnUnknownOneIsRefused() {
        CheckpointFiles files =
                files("preprocessor_config.json", "{}", "config.json", "{'image_processor_type': 'OwnImageProcessor'}");
        assertThatThrownBy(() -> ProcessorConfig.read(files, "vit"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(
                        "config.json of here: image_processor_type is \"OwnImageProcessor\"; supported are");
    }

    @Test
    void clipWhenNamedIsThatOfBit() throws IOException {
        assertThat(read("{'image_processor_type': 'CLIPImageProcessor'}", "vit"))
                .isEqualTo(OF_BIT);
    }

    /** Transformers' own processors ignore what they don't know, though other processors have these fields. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'size': 224",
                "'size': [224, 224]",
                "'size': {'height': 224, 'width': 224}, 'do_center_crop': null",
                "'do_resize': true, 'do_rescale': true, 'do_normalize': true, 'rescale_factor': 0.00392156862745098",
                "'do_center_crop': false, 'crop_size': {'height': 9, 'width': 9}",
                "'image_mean': 0.5, 'image_std': 0.5",
                "'do_pad': true, 'pad_size': null",
                "'do_pad': null, 'pad_size': 300",
                "'do_flip_channel_order': true, 'size_divisor': 32, 'crop_pct': 0.5, 'interpolation': 'lanczos'",
                "'rescale_offset': true, 'offset': true, 'max_size': 300, 'do_reduce_labels': true",
                "'do_convert_rgb': null, 'data_format': 'channels_first', 'input_data_format': null, 'device': 'cuda'"
            })
    void vitWhenNothingElseIsSaidHasItsDefaults(String fields) throws IOException {
        assertThat(read("{%s}".formatted(fields), "vit")).isEqualTo(OF_VIT);
    }

    @Test
    void processorWhenCompleteIsRead() throws IOException {
        assertThat(read("""
                        {'size': {'height': 384, 'width': 192}, 'resample': 5, 'do_center_crop': true,
                         'crop_size': [101, 99], 'rescale_factor': 0.5, 'image_mean': [0.485, 0.456, 0.406],
                         'image_std': 0.25}""", "vit"))
                .isEqualTo(new Preprocessing(
                        new Resizing.Exact(new ImageSize(192, 384)),
                        ResamplingFilter.HAMMING,
                        crop(99, 101),
                        new Normalization(0.5, List.of(0.485, 0.456, 0.406), List.of(0.25, 0.25, 0.25))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "siglip | 'size': 100, 'do_convert_rgb': false",
                "siglip | 'size': 100, 'do_convert_rgb': null",
                "vit | 'size': 100, 'default_to_square': false, 'resample': 3",
                "vit | 'size': 100, 'default_to_square': null, 'resample': 3",
                "beit | 'size': {'shortest_edge': 100}"
            })
    void sizeWhenItIsTheShortestEdgeKeepsProportions(String modelType, String fields) throws IOException {
        assertThat(read("{%s}".formatted(fields), modelType))
                .isEqualTo(new Preprocessing(new Resizing.ShortestEdge(100), ResamplingFilter.BICUBIC, null, HALF));
    }

    /** As in the file of microsoft/resnet-50, and as transformers reads it. */
    @Test
    void convNextWhenSmallIsResizedByCropPctAndCropped() throws IOException {
        assertThat(read("""
                        {'crop_pct': 0.875, 'do_normalize': true, 'do_resize': true, 'resample': 3, 'size': 224,
                         'feature_extractor_type': 'ConvNextFeatureExtractor'}""", "resnet"))
                .isEqualTo(new Preprocessing(
                        new Resizing.ShortestEdge(256), ResamplingFilter.BICUBIC, crop(224, 224), HALF));
        assertThat(read("{'size': 383, 'crop_pct': 0.96}", "resnet").resizing())
                .isEqualTo(new Resizing.ShortestEdge(398));
        assertThat(read("{'size': 384, 'crop_pct': null}", "resnet")).isEqualTo(OF_CONVNEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 0.5, 0.5, 0.25",
        "false, true, 1, 0.5, 0.25",
        "null, true, 1, 0.5, 0.25",
        "true, false, 0.5, 0, 1",
        "true, null, 0.5, 0, 1",
        "null, null, 1, 0, 1"
    })
    void stepWhenFalseOrNullIsLeftOut(String rescales, String normalizes, double factor, double mean, double std)
            throws IOException {
        String json =
                "{'do_rescale': %s, 'do_normalize': %s, 'rescale_factor': 0.5, 'image_mean': 0.5, 'image_std': 0.25}"
                        .formatted(rescales, normalizes);
        assertThat(read(json, "vit").normalization())
                .isEqualTo(new Normalization(factor, List.of(mean, mean, mean), List.of(std, std, std)));
    }

    @Test
    void hiddenColourWhenConvertedToRgbIsWhite() throws IOException {
        assertThat(read("{'do_convert_rgb': true}", "vit").hiddenIsWhite()).isTrue();
    }

    @Test
    void sizeWhenNothingIsResizedIsThatOfTheImages() throws IOException {
        Preprocessing preprocessing = read("{'do_resize': null, 'size': [40, 60], 'resample': null}", "vit");
        assertThat(preprocessing.resizing()).isEqualTo(new Resizing.None(new ImageSize(60, 40)));
        assertThat(preprocessing.inputSize()).isEqualTo(new ImageSize(60, 40));
    }

    @Test
    void sizeWhenImagesAreOnlyCroppedIsNotLookedAt() throws IOException {
        assertThat(read("{'do_resize': false, 'size': null, 'do_center_crop': true, 'crop_size': 96}", "vit")
                        .inputSize())
                .isEqualTo(ImageSize.square(96));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "vit | 'size': {'longest_edge': 224} | size is {\"longest_edge\":224}, not a number, [height, width], {\"height\", \"width\"} or {\"shortest_edge\"}",
                "vit | 'size': {'shortest_edge': 224, 'longest_edge': 300} | size is {\"shortest_edge\":224,\"longest_edge\":300}, not a number, [height, width], {\"height\", \"width\"} or {\"shortest_edge\"}",
                "vit | 'size': 224.0 | size is 224.0, not a number, [height, width], {\"height\", \"width\"} or {\"shortest_edge\"}",
                "vit | 'size': {'height': '9', 'width': 9} | size is {\"height\":\"9\",\"width\":9}, not a number, [height, width], {\"height\", \"width\"} or {\"shortest_edge\"}",
                "vit | 'size': {'height': 0, 'width': 224} | size is {\"height\":0,\"width\":224}, not between 1 and 4096",
                "vit | 'size': 5000 | size is 5000, not between 1 and 4096",
                "vit | 'size': null | size is null, which is no value, and not the default; leave it out, or write a number, [height, width], {\"height\", \"width\"} or {\"shortest_edge\"}",
                "vit | 'resample': null | resample is null, which is no value, and not the default; leave it out, or write the number of one of Pillow's filters, 0 to 5",
                "vit | 'resample': 6 | resample is 6, not the number of one of Pillow's filters, 0 to 5",
                "vit | 'resample': 3.0 | resample is 3.0, not the number of one of Pillow's filters, 0 to 5",
                "vit | 'resample': 'bicubic' | resample is \"bicubic\", not the number of one of Pillow's filters, 0 to 5",
                "vit | 'rescale_factor': 0 | rescale_factor is 0.0, not positive",
                "vit | 'rescale_factor': null | rescale_factor is null, which is no value, and not the default; leave it out, or write a number",
                "vit | 'image_mean': null | image_mean is null, which is no value, and not the default; leave it out, or write a number or three numbers",
                "vit | 'image_mean': [0.5] | image_mean is [0.5], not a number or three numbers",
                "vit | 'image_std': [1, 1, 0] | image_std is [1.0, 1.0, 0.0], not three positive numbers",
                "vit | 'do_normalize': 1 | do_normalize is 1, not true or false",
                "vit | 'do_center_crop': true | crop_size is missing; it must be a number, [height, width], {\"height\", \"width\"} or {\"shortest_edge\"}",
                "vit | 'do_center_crop': true, 'crop_size': {'shortest_edge': 9} | crop_size has only a shortest_edge; it must be a number or {\"height\", \"width\"}",
                "deit | 'crop_size': null | crop_size is null, which is no value, and not the default; leave it out, or write a number, [height, width], {\"height\", \"width\"} or {\"shortest_edge\"}",
                "vit | 'do_pad': true, 'pad_size': 300 | do_pad is true; only processors that don't pad are supported",
                "convnext | 'size': [224, 224] | size is not {\"shortest_edge\"}, which ConvNextImageProcessor needs",
                "convnext | 'size': 224, 'crop_pct': null | crop_pct is null, which is no value, and not the default; leave it out, or write a number",
                "convnext | 'size': 224, 'crop_pct': 0 | crop_pct is 0.0, which leaves nothing of 224 pixels",
                "convnext | 'size': 224, 'crop_pct': 300 | crop_pct is 300.0, which leaves nothing of 224 pixels",
                "convnext | 'size': 224, 'do_center_crop': true, 'crop_size': 200 | crop_size is 200 x 200, but images are cropped to 224 x 224 already; turn do_center_crop off",
                "vit | 'image_processor_type': 'CLIPImageProcessor', 'use_square_size': true | use_square_size is true; write the size as {\"height\", \"width\"} instead",
                "vit | 'image_processor_type': 'ViTHybridImageProcessor' | image_processor_type is \"ViTHybridImageProcessor\"; supported are ViTImageProcessor, DeiTImageProcessor, BeitImageProcessor, SiglipImageProcessor, BitImageProcessor, CLIPImageProcessor, ConvNextImageProcessor",
                "vit | 'image_processor_type': 'ViTFeatureExtractor' | image_processor_type is \"ViTFeatureExtractor\"; supported are ViTImageProcessor, DeiTImageProcessor, BeitImageProcessor, SiglipImageProcessor, BitImageProcessor, CLIPImageProcessor, ConvNextImageProcessor",
                "vit | 'auto_map': {'AutoImageProcessor': 'x.Y'} | auto_map names code of the checkpoint's own, which isn't run; image_processor_type must be one of ViTImageProcessor, DeiTImageProcessor, BeitImageProcessor, SiglipImageProcessor, BitImageProcessor, CLIPImageProcessor, ConvNextImageProcessor",
                "dinov2_with_registers | 'size': 224 | image_processor_type is missing, and dinov2_with_registers has no processor of its own; write one of ViTImageProcessor, DeiTImageProcessor, BeitImageProcessor, SiglipImageProcessor, BitImageProcessor, CLIPImageProcessor, ConvNextImageProcessor"
            })
    void fieldWhenNotSupportedIsRefusedByName(String modelType, String fields, String complaint) {
        assertThatThrownBy(() -> read("{%s}".formatted(fields), modelType))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("preprocessor_config.json of here: " + complaint);
    }

    @Test
    void processorWhenNestedWins() throws IOException {
        CheckpointFiles files = files(
                "processor_config.json",
                "{'image_processor': {'size': 100}}",
                "preprocessor_config.json",
                "{'size': 9}");
        assertThat(ProcessorConfig.read(files, "vit").inputSize()).isEqualTo(ImageSize.square(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'size': 100}", "{'image_processor': null}"})
    void processorWhenNotNestedIsTheOtherFile(String processor) throws IOException {
        CheckpointFiles files = files("processor_config.json", processor, "preprocessor_config.json", "{'size': 9}");
        assertThat(ProcessorConfig.read(files, "vit").inputSize()).isEqualTo(ImageSize.square(9));
    }

    @Test
    void nestedFieldWhenNotSupportedIsRefusedByItsPlace() {
        CheckpointFiles files = files("processor_config.json", "{'image_processor': {'size': 'x'}}", "x", "");
        assertThatThrownBy(() -> ProcessorConfig.read(files, "vit"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("processor_config.json of here, image_processor: size is \"x\", not a number");
    }

    @Test
    void processorWhenThereIsNoneIsAskedFor() {
        CheckpointFiles files = files("processor_config.json", "{'size': 100}", "config.json", "{}");
        assertThatThrownBy(() -> ProcessorConfig.read(files, "deit"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(
                        "preprocessor_config.json of here is missing, and nothing else says how images are to be prepared; copy it from the model that this one was trained from, or write {\"image_processor_type\": \"DeiTImageProcessor\", \"size\": {\"height\": 224, \"width\": 224}} with the values of the training");
    }

    /** Each field in turn becomes each of these; whatever comes of it is an input size or a complaint about that field. */
    @ParameterizedTest
    @ValueSource(strings = {"ViT", "DeiT", "Beit", "Siglip", "Bit", "CLIP", "ConvNext"})
    void fieldWhenMutatedIsReadOrRefusedByName(String name) {
        JsonObject whole = JsonParser.parseString("""
                        {"do_resize": true, "size": {"shortest_edge": 224}, "resample": 3, "do_center_crop": true,
                        "crop_size": {"height": 224, "width": 224}, "do_rescale": true, "rescale_factor": 0.004,
                        "do_normalize": true, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5],
                        "crop_pct": 0.9, "do_pad": true, "pad_size": null, "default_to_square": false}""").getAsJsonObject();
        whole.addProperty("image_processor_type", name + "ImageProcessor");
        JsonElement values = JsonParser.parseString("""
                [null, true, false, 0, 1, -1, 7, 224, 3.5, 1e300, -1e-300, 99999999999, "", "x", [], [1], [2, 3],
                [1, 2, 3], [0, 0, 0], [1e39, 1, 1], {}, {"height": 5, "width": 6}, {"height": null, "width": 6},
                {"shortest_edge": 8}, {"shortest_edge": []}, {"height": {"height": 1}}]""");
        for (String field : List.copyOf(whole.keySet())) {
            for (JsonElement value : values.getAsJsonArray()) {
                JsonObject mutated = whole.deepCopy();
                mutated.add(field, value);
                String json = new Gson().newBuilder().serializeNulls().create().toJson(mutated);
                try {
                    assertThat(read(json, "vit").inputSize()).isNotNull();
                } catch (CheckpointException | IOException refusal) {
                    assertThat(refusal)
                            .as("%s: %s", field, value)
                            .hasMessageStartingWith("preprocessor_config.json of here: ")
                            .hasMessageContaining(field.replace("pad_size", "do_pad"));
                }
            }
        }
    }

    private static CentreCrop crop(int width, int height) {
        return CentreCrop.ofTransformers(new ImageSize(width, height));
    }

    private static Preprocessing read(String json, String modelType) throws IOException {
        return ProcessorConfig.read(files("preprocessor_config.json", json, "config.json", "{}"), modelType);
    }

    private static CheckpointFiles files(String name, String json, String otherName, String otherJson) {
        return new FilesInMemory(Map.of(name, utf8(json), otherName, utf8(otherJson)));
    }

    private static byte[] utf8(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
