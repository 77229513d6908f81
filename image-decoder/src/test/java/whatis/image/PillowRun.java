package whatis.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.RgbImage;

/** Decodes and resizes the files that {@code src/test/python/generate_jpegs.py} made, and compares with Pillow. */
final class PillowRun {

    private static final String REFUSED = "refused";
    private static final int FIELDS_PER_SIZE = 4;

    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(1_000_000, Duration.ofSeconds(10), 1 << 30));
    private int different;

    private PillowRun() {}

    /** Argument: the folder with the files. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Path folder = Path.of(arguments[0]);
        PillowRun run = new PillowRun();
        int files = 0;
        int refused = 0;
        for (String line : Files.readAllLines(folder.resolve("expected.tsv"))) {
            String[] fields = line.split("\t");
            run.compare(Files.readAllBytes(folder.resolve(fields[0])), fields);
            files++;
            refused += fields[1].equals(REFUSED) ? 1 : 0;
        }
        System.out.printf("%d files, %d of them refused by Pillow: %d different%n", files, refused, run.different);
        System.exit(files > 0 && run.different == 0 ? 0 : 1);
    }

    private void compare(byte[] encoded, String[] fields) throws NoSuchAlgorithmException {
        try {
            report(fields[0], "decoded", fields[1], sha256(decoder.decode(encoded)));
            for (int i = 2; i < fields.length; i += FIELDS_PER_SIZE) {
                ImageSize size = new ImageSize(Integer.parseInt(fields[i]), Integer.parseInt(fields[i + 1]));
                ResamplingFilter filter = ResamplingFilter.ofPillowCode(Integer.parseInt(fields[i + 2]));
                RgbImage resized = decoder.resize(encoded, size, filter);
                report(fields[0], "resized to " + size + ", " + filter, fields[i + 3], sha256(resized));
            }
        } catch (UnreadableImageException refusal) {
            report(fields[0], "read: " + refusal.getMessage(), fields[1], REFUSED);
        }
    }

    private void report(String file, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            different++;
            System.out.printf("%s %s: %s, with Pillow %s%n", file, what, actual, expected);
        }
    }

    private static String sha256(RgbImage image) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image.rgb()));
    }
}
