package whatis.image;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes hostile images out of the drawn ones of all formats. An image depends on nothing but the seed and its number, so
 * that one which did harm can be made again.
 *
 * @param seed any number
 */
public record HostileImages(long seed) {

    private static final List<String> SAMPLES =
            List.copyOf(JsonParser.parseString(new String(DrawnImages.resource("formats.json"), StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .getAsJsonObject("files")
                    .keySet());

    private static final int MOST_MUTATIONS = 4;

    /**
     * A hostile image.
     *
     * @param origin which file it was, and what became of it
     */
    public record HostileImage(String origin, byte[] bytes) {}

    /** Writes images into a folder; arguments: folder, count, seed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        HostileImages images = new HostileImages(Long.parseLong(arguments[2]));
        for (int number = 0; number < Integer.parseInt(arguments[1]); number++) {
            Files.write(
                    folder.resolve("%06d".formatted(number)),
                    images.image(number).bytes());
        }
    }

    /** Makes the image with this number, 0 or more. */
    public HostileImage image(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextInt();
        String sample = any(SAMPLES, random);
        List<Mutation> mutations = IntStream.rangeClosed(0, random.nextInt(MOST_MUTATIONS))
                .mapToObj(i -> any(List.of(Mutation.values()), random))
                .toList();
        byte[] bytes = DrawnImages.read(sample);
        for (Mutation mutation : mutations) {
            bytes = mutation.apply(bytes, DrawnImages.read(any(SAMPLES, random)), random);
        }
        String names = mutations.stream().map(Mutation::name).collect(Collectors.joining(", "));
        return new HostileImage(sample + ": " + names, bytes);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
