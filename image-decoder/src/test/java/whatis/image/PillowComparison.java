package whatis.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.RgbImage;

/** Decodes and resizes a file and compares with what {@code src/test/python/generate.py} noted of Pillow. */
final class PillowComparison {

    private static final String REFUSED = "refused";
    private static final int FIELDS_PER_SIZE = 4;

    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(1_000_000, Duration.ofSeconds(10), 1 << 30));

    static boolean isRefused(String[] fields) {
        return fields[1].equals(REFUSED);
    }

    /**
     * Compares.
     *
     * @param fields a line of {@code expected.tsv}
     * @return what differs, a sentence each
     */
    List<String> differences(byte[] encoded, String[] fields) throws NoSuchAlgorithmException {
        List<String> differences = new ArrayList<>();
        try {
            note("decoded", fields[1], sha256(decoder.decode(encoded)), differences);
            for (int i = 2; i < fields.length; i += FIELDS_PER_SIZE) {
                ImageSize size = new ImageSize(Integer.parseInt(fields[i]), Integer.parseInt(fields[i + 1]));
                ResamplingFilter filter = ResamplingFilter.ofPillowCode(Integer.parseInt(fields[i + 2]));
                RgbImage resized = decoder.resize(encoded, size, filter);
                note("resized to " + size + ", " + filter, fields[i + 3], sha256(resized), differences);
            }
        } catch (ImageRejectedException refusal) {
            note("read, " + refusal.getMessage(), fields[1], REFUSED, differences);
        }
        return differences;
    }

    private static void note(String what, String expected, String actual, List<String> differences) {
        if (!expected.equals(actual)) {
            differences.add(what + ": " + actual + ", with Pillow " + expected);
        }
    }

    private static String sha256(RgbImage image) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image.rgb()));
    }
}
