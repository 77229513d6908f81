package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.RgbImage;

/** Compares decoded and resized pixels with those of Pillow, whose SHA-256 lie beside the files. */
class PixelsTests {

    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(50_000_000, Duration.ofMinutes(1), 1 << 30));

    @Test
    void pixelsWhenFilesAreDrawnEqualPillows() throws Exception {
        JsonObject files = files(new String(DrawnImages.resource("formats.json"), StandardCharsets.UTF_8));
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, JsonElement> file : files.entrySet()) {
            if (!equalsPillow(DrawnImages.read(file.getKey()), file.getValue().getAsJsonObject())) {
                different.add(file.getKey());
            }
        }
        System.out.printf("drawn files equal to Pillow: %d of %d%n", files.size() - different.size(), files.size());
        assertThat(files.size()).isEqualTo(56);
        assertThat(different).isEmpty();
    }

    @Test
    void pixelsWhenFilesAreSharedEqualPillows() throws Exception {
        Path formats = SharedFiles.path("fixtures/formats");
        JsonObject files = files(Files.readString(SharedFiles.path("fixtures/pixels.json")));
        List<String> names = List.copyOf(files.keySet());
        List<String> different = new ArrayList<>();
        for (String name : names) {
            if (!equalsPillow(Files.readAllBytes(formats.resolve(name)), files.getAsJsonObject(name))) {
                different.add(name);
            }
        }
        System.out.printf("shared files equal to Pillow: %d of %d%n", names.size() - different.size(), names.size());
        assertThat(names).hasSize(165);
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference.png", "no-iend.png", "raw-profile-exif-6.png"})
    void pixelsWhenFilesAreReportedAreRight(String name) throws Exception {
        Path reports = SharedFiles.path("fixtures/reports");
        JsonObject expected = JsonParser.parseString(Files.readString(reports.resolve("expected.json")))
                .getAsJsonObject()
                .getAsJsonObject(name);
        RgbImage image = decoder.decode(Files.readAllBytes(reports.resolve(name)));
        assertThat(sha256(image)).isEqualTo(expected.get("rgb_sha256").getAsString());
    }

    /** A folder a kind, as {@code src/test/python/generate.py} makes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated-jpeg",
                "generated-png",
                "generated-gif",
                "generated-bmp",
                "generated-lossless_webp",
                "generated-tiff"
            })
    void pixelsWhenFilesAreGeneratedEqualPillows(String folder) throws Exception {
        PillowComparison comparison = new PillowComparison();
        String expected = new String(DrawnImages.resource(folder + "/expected.tsv"), StandardCharsets.UTF_8);
        List<String> differences = new ArrayList<>();
        for (String line : expected.lines().toList()) {
            String[] fields = line.split("\t");
            byte[] encoded = DrawnImages.resource(folder + "/" + fields[0]);
            for (String difference : comparison.differences(encoded, fields)) {
                differences.add(fields[0] + " " + difference);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static JsonObject files(String json) {
        return JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("files");
    }

    private boolean equalsPillow(byte[] encoded, JsonObject expected) throws Exception {
        return sha256(decoder.decode(encoded))
                        .equals(expected.get("decoded_sha256").getAsString())
                && sha256(decoder.resize(encoded, new ImageSize(224, 224), ResamplingFilter.BILINEAR))
                        .equals(expected.get("resized_sha256").getAsString());
    }

    private static String sha256(RgbImage image) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image.rgb()));
    }
}
