package whatis.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Compares a folder of generated files with Pillow. */
final class PillowRun {

    private PillowRun() {}

    /** Argument: the folder, with {@code expected.tsv}. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Path folder = Path.of(arguments[0]);
        PillowComparison comparison = new PillowComparison();
        List<String> lines = Files.readAllLines(folder.resolve("expected.tsv"));
        int refused = 0;
        int different = 0;
        for (String line : lines) {
            String[] fields = line.split("\t");
            refused += PillowComparison.isRefused(fields) ? 1 : 0;
            for (String difference : comparison.differences(Files.readAllBytes(folder.resolve(fields[0])), fields)) {
                System.out.println(fields[0] + " " + difference);
                different++;
            }
        }
        System.out.printf("%d files, %d of them refused by Pillow: %d differences%n", lines.size(), refused, different);
        System.exit(!lines.isEmpty() && different == 0 ? 0 : 1);
    }
}
