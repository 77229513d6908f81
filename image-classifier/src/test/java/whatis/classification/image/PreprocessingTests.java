package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import whatis.image.DrawnImages;
import whatis.image.ImageLimits;
import whatis.image.ImageTooLargeException;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

class PreprocessingTests {

    private static final List<Double> MEAN = List.of(0.485, 0.456, 0.406);
    private static final List<Double> STD = List.of(0.229, 0.224, 0.225);
    private static final Normalization NORMALIZATION = new Normalization(1 / 255.0, MEAN, STD);

    private static final List<String> THIN = List.of("1x700.png", "3000x2.png");
    private static final List<String> ALL =
            List.of("60x40.jpg", "1x1.png", "1x700.png", "3000x2.png", "orientation-6.jpg", "2500x1700.jpg");

    /**
     * Beginnings of the SHA-256 of all images' inputs, little-endian, one after the other: {@code pixel_values} of
     * transformers 5.23 with Pillow 13.0.0, by {@code ViTImageProcessorPil}, {@code BitImageProcessorPil} and, the last
     * one, {@code ConvNextImageProcessorPil} with a {@code shortest_edge} of 48 and a {@code crop_pct} of 0.875.
     */
    static Stream<Arguments> processors() {
        return Stream.of(
                Arguments.of(
                        new Resizing.Exact(new ImageSize(50, 30)), ResamplingFilter.BILINEAR, null, "ec12bc285bb1f5f3"),
                Arguments.of(
                        new Resizing.Exact(new ImageSize(51, 64)),
                        ResamplingFilter.LANCZOS,
                        new ImageSize(48, 41),
                        "38facfec725c3b70"),
                Arguments.of(
                        new Resizing.Exact(new ImageSize(60, 40)),
                        ResamplingFilter.BICUBIC,
                        new ImageSize(48, 51),
                        "84569c48b18f3d38"),
                Arguments.of(
                        new Resizing.ShortestEdge(64),
                        ResamplingFilter.BICUBIC,
                        new ImageSize(55, 48),
                        "ffca9cf3164930db"),
                Arguments.of(
                        new Resizing.ShortestEdge(31), ResamplingFilter.BOX, ImageSize.square(48), "36b52ab62766a278"),
                Arguments.of(
                        new Resizing.ShortestEdge(50),
                        ResamplingFilter.NEAREST,
                        new ImageSize(48, 49),
                        "6b7211dcae517971"),
                Arguments.of(
                        new Resizing.None(new ImageSize(48, 49)),
                        ResamplingFilter.BICUBIC,
                        new ImageSize(48, 49),
                        "c0e78315ece8d3a2"),
                Arguments.of(
                        new Resizing.ShortestEdge(54),
                        ResamplingFilter.BICUBIC,
                        ImageSize.square(48),
                        "d0153bff6db970b0"));
    }

    @ParameterizedTest
    @MethodSource("processors")
    void inputWhenPreparedEqualsTransformers(Resizing resizing, ResamplingFilter filter, ImageSize crop, String hash)
            throws Exception {
        CentreCrop cut = crop == null ? null : CentreCrop.ofTransformers(crop);
        assertThat(hash(new Preprocessing(resizing, filter, cut, NORMALIZATION), ALL))
                .startsWith(hash);
    }

    /** As above, by timm 1.0.31 with torchvision 0.29.2: {@code create_transform} with the means of ImageNet. */
    @ParameterizedTest
    @CsvSource({
        "center, 48, 48, 0.9, bicubic, 618503953aa10991",
        "center, 48, 48, 0.875, lanczos, ed48b1d14c27bbbd",
        "center, 40, 51, 0.9, bicubic, a1e3a6cd66b7164c",
        "center, 40, 51, 1.0, bilinear, 16af0a53fa4be14a",
        "center, 48, 48, 1.3, nearest, c5b1839a5a1218f7",
        "squash, 48, 48, 0.9, bicubic, 0b7f6f5089e94545",
        "squash, 40, 51, 1.0, bilinear, b35736fe57dc2962",
        "border, 48, 48, 0.9, bicubic, 41828092ef543d7d",
        "border, 48, 48, 1.0, bilinear, b92c2c44601f2f08",
        "border, 40, 51, 0.875, lanczos, e28d7487457758d3",
        "border, 47, 48, 1.1, hamming, b46e036347a6caf5"
    })
    void inputWhenPreparedAsForTimmEqualsTimm(
            String mode, int height, int width, double cropPct, String filter, String hash) throws Exception {
        Preprocessing preprocessing =
                Preprocessing.ofTimm(new ImageSize(width, height), cropPct, mode, filter, MEAN, STD);
        List<String> images = mode.equals("border")
                ? ALL.stream().filter(name -> !THIN.contains(name)).toList()
                : ALL;
        assertThat(hash(preprocessing, images)).startsWith(hash);
    }

    @Test
    void imageWhenItWouldVanishInABorderIsRejected() {
        Preprocessing preprocessing = Preprocessing.ofTimm(ImageSize.square(48), 1, "border", "bicubic", MEAN, STD);
        assertThatExceptionOfType(UnexpectedImageSizeException.class)
                .isThrownBy(() -> preprocessing.place(new ImageSize(3000, 2)))
                .withMessage("The image has 3000 x 2 pixels; resized for this checkpoint, one edge would have none.");
    }

    @Test
    void imageWhenResizedToAnotherSizeThanTheInputIsRejected() {
        Preprocessing preprocessing =
                new Preprocessing(new Resizing.ShortestEdge(48), ResamplingFilter.BICUBIC, null, NORMALIZATION);
        assertThat(preprocessing.inputSize()).isEqualTo(ImageSize.square(48));
        assertThat(preprocessing.place(ImageSize.square(700)).resized()).isEqualTo(ImageSize.square(48));
        assertThatExceptionOfType(UnexpectedImageSizeException.class)
                .isThrownBy(() -> preprocessing.place(new ImageSize(60, 40)))
                .withMessage(
                        "The image has 60 x 40 pixels, and 72 x 48 once it is resized; this checkpoint does not crop and takes only 48 x 48.");
    }

    @Test
    void imageWhenResizedToMoreThanAnIntIsTooLarge() {
        Preprocessing preprocessing = new Preprocessing(
                new Resizing.ShortestEdge(4096),
                ResamplingFilter.BICUBIC,
                CentreCrop.ofTransformers(ImageSize.square(224)),
                NORMALIZATION);
        assertThatExceptionOfType(ImageTooLargeException.class)
                .isThrownBy(() -> preprocessing.place(new ImageSize(1, 1_000_000)))
                .withMessage(
                        "Resized for this checkpoint, the image would be 4,096,000,000 pixels long; at most 2,147,483,647 are possible.");
    }

    @Test
    void constructorWhenTheInputIsTooLargeThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preprocessing(
                        new Resizing.Exact(new ImageSize(4097, 1)), ResamplingFilter.BICUBIC, null, NORMALIZATION))
                .withMessage("the network's input would have 4097 x 1 pixels, more than 4096 a side");
    }

    @ParameterizedTest
    @CsvSource({
        "0, center, bicubic, 'crop_pct is 0.0, not above 0 and at most 10'",
        "NaN, center, bicubic, 'crop_pct is NaN, not above 0 and at most 10'",
        "1, middle, bicubic, 'crop_mode is \"middle\", not center, squash or border'",
        "1, center, random, 'interpolation is \"random\", not one of Pillow''s filters'"
    })
    void ofTimmWhenAValueMakesNoSenseThrows(double cropPct, String mode, String filter, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.ofTimm(ImageSize.square(224), cropPct, mode, filter, MEAN, STD))
                .withMessage(complaint);
    }

    private static String hash(Preprocessing preprocessing, List<String> images) throws Exception {
        ImagePreprocessor preprocessor = new ImagePreprocessor(preprocessing, ImageLimits.DEFAULT);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String image : images) {
            FloatBuffer input = FloatBuffer.allocate(preprocessor.floats());
            preprocessor.prepare(DrawnImages.read(image), input);
            ByteBuffer bytes =
                    ByteBuffer.allocate(Float.BYTES * preprocessor.floats()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(input.flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
