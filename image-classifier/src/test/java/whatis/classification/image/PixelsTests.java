package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whatis.classification.SharedFiles;

/** Compares decoded and resized pixels with those of Pillow, whose SHA-256 lie beside the drawn files. */
class PixelsTests {

    /** TwelveMonkeys filters the edges of lossy WebP's blocks and enlarges its colour differently from libwebp. */
    private static final String LOSSY_WEBP = "lossy.webp";

    @Test
    void pixelsWhenFilesAreDrawnEqualPillowsButForLossyWebP() throws Exception {
        JsonObject files = JsonParser.parseString(
                        new String(DrawnImages.resource("formats.json"), StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject("files");
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, JsonElement> file : files.entrySet()) {
            if (!equalsPillow(DrawnImages.read(file.getKey()), file.getValue().getAsJsonObject())) {
                different.add(file.getKey());
            }
        }
        System.out.printf("drawn files equal to Pillow: %d of %d%n", files.size() - different.size(), files.size());
        assertThat(files.size()).isEqualTo(54);
        assertThat(different).containsExactly(LOSSY_WEBP);
    }

    @Test
    void pixelsWhenPhotographsAreRealEqualPillows() throws Exception {
        Path formats = SharedFiles.path("fixtures/formats");
        JsonObject files = JsonParser.parseString(Files.readString(SharedFiles.path("fixtures/pixels.json")))
                .getAsJsonObject()
                .getAsJsonObject("files");
        List<String> photographs = files.keySet().stream()
                .filter(name -> name.startsWith("../../images/"))
                .toList();
        List<String> different = new ArrayList<>();
        for (String photograph : photographs) {
            byte[] encoded = Files.readAllBytes(formats.resolve(photograph));
            if (!equalsPillow(encoded, files.getAsJsonObject(photograph))) {
                different.add(photograph);
            }
        }
        System.out.printf(
                "photographs equal to Pillow: %d of %d%n", photographs.size() - different.size(), photographs.size());
        assertThat(photographs).hasSize(111);
        assertThat(different).isEmpty();
    }

    @Test
    void pixelsWhenWebPIsLossyDifferFromPillowsByAsMuchAsIsKnown() {
        RgbImage ours = Decoding.decode(DrawnImages.read(LOSSY_WEBP));
        RgbImage pillows = Decoding.decode(DrawnImages.resource("lossy-webp-by-pillow.png"));
        assertThat(compare("decoded", ours, pillows)).isLessThan(2.05);
        assertThat(compare("resized", resized(ours), resized(pillows))).isLessThan(1.2);
    }

    /** Returns the mean difference in levels, 0 to 255. */
    private static double compare(String what, RgbImage ours, RgbImage pillows) {
        long sum = 0;
        int largest = 0;
        for (int i = 0; i < ours.rgb().length; i++) {
            int difference = Math.abs((ours.rgb()[i] & 0xff) - (pillows.rgb()[i] & 0xff));
            sum += difference;
            largest = Math.max(largest, difference);
        }
        double mean = (double) sum / ours.rgb().length;
        System.out.printf("lossy WebP, %s: %.2f levels from Pillow, at most %d%n", what, mean, largest);
        assertThat(largest).isLessThanOrEqualTo(75);
        return mean;
    }

    private boolean equalsPillow(byte[] encoded, JsonObject expected) throws Exception {
        RgbImage decoded = Decoding.decode(encoded);
        return sha256(decoded).equals(expected.get("decoded_sha256").getAsString())
                && sha256(resized(decoded))
                        .equals(expected.get("resized_sha256").getAsString());
    }

    private static RgbImage resized(RgbImage image) {
        Placement placement = Placement.whole(ImageSize.square(224));
        return new Resizer(ResamplingFilter.BILINEAR, image.size(), placement).resize(image, Decoding.plenty());
    }

    private static String sha256(RgbImage image) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image.rgb()));
    }
}
