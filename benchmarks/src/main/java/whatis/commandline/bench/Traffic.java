package whatis.commandline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import whatis.image.HostileImages;

/** Makes questions of all kinds: half of them valid, a quarter invalid, a quarter hostile. Safe for use by many threads. */
final class Traffic {

    /** What the starter model says about its samples. */
    private static final Map<String, String> SAMPLES = Map.of(
            "traffic-light", "traffic light",
            "crossword-puzzle", "crossword puzzle",
            "digital-clock", "digital clock",
            "wall-clock", "unknown");

    private static final int TOO_LARGE = 11 << 20;

    private final List<Question> valid;
    private final List<Question> invalid;
    private final HostileImages hostile;
    private final AtomicInteger hostileImages = new AtomicInteger();

    private Traffic(List<Question> valid, List<Question> invalid, HostileImages hostile) {
        this.valid = valid;
        this.invalid = invalid;
        this.hostile = hostile;
    }

    /**
     * Reads the samples.
     *
     * @param samples the folder of the starter model's samples
     * @param seed of the hostile images
     */
    static Traffic of(Path samples, long seed) throws IOException {
        byte[] picture = Files.readAllBytes(samples.resolve("traffic-light.png"));
        Question good = Question.upload("", "/whatis", picture, Expectation.prediction("traffic light"));
        List<Question> invalid = List.of(
                Question.form("no file", "photo", 1, picture, Expectation.problem(400, "missing-file")),
                Question.form("empty file", "file", 1, new byte[0], Expectation.problem(400, "empty-file")),
                Question.form("two files", "file", 2, picture, Expectation.problem(400, "several-files")),
                good.cut("half a form", Expectation.problem(400, "malformed-multipart")),
                new Question(
                        "no form",
                        "POST",
                        "/whatis",
                        "application/json",
                        "{}".getBytes(UTF_8),
                        Expectation.problem(415, "unsupported-media-type")),
                Question.upload(
                        "text as a picture",
                        "/whatis",
                        "no picture".getBytes(UTF_8),
                        Expectation.problem(415, "unsupported-image-format")),
                Question.upload(
                        "half a picture",
                        "/whatis",
                        Arrays.copyOf(picture, picture.length / 2),
                        Expectation.problem(422, "unreadable-image")),
                Question.upload(
                        "60 million pixels", "/whatis", huge(picture), Expectation.problem(422, "image-too-large")),
                Question.upload("11 MiB", "/whatis", new byte[TOO_LARGE], Expectation.problem(413, "upload-too-large")),
                Question.upload(
                        "no such top",
                        "/api/v1/identifications?top=0",
                        picture,
                        Expectation.problem(400, "invalid-parameter")),
                Question.bare("DELETE", "DELETE", "/whatis", Expectation.problem(405, "method-not-allowed")),
                Question.bare("no such address", "GET", "/nothing", Expectation.problem(404, "not-found")));
        return new Traffic(valid(samples), invalid, new HostileImages(seed));
    }

    private static List<Question> valid(Path samples) throws IOException {
        Question[] valid = new Question[2 * SAMPLES.size()];
        int next = 0;
        for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
            byte[] picture = Files.readAllBytes(samples.resolve(sample.getKey() + ".png"));
            String label = sample.getValue();
            valid[next++] = Question.upload("picture", "/whatis/", picture, Expectation.prediction(label));
            valid[next++] = Question.upload(
                    "picture, whole answer",
                    "/api/v1/identifications?top=3",
                    picture,
                    Expectation.identification(sample.getKey().replace('-', ' '), 3));
        }
        return List.of(valid);
    }

    /** Declares 10,000 x 6,000 pixels in a PNG's header. */
    private static byte[] huge(byte[] png) {
        ByteBuffer huge = ByteBuffer.wrap(png.clone()).putInt(16, 10_000).putInt(20, 6_000);
        CRC32 crc = new CRC32();
        crc.update(huge.array(), 12, 17);
        return huge.putInt(29, (int) crc.getValue()).array();
    }

    Question next(Random random) {
        int die = random.nextInt(4);
        if (die == 0) {
            return invalid.get(random.nextInt(invalid.size()));
        }
        if (die == 1) {
            byte[] image = hostile.image(hostileImages.getAndIncrement()).bytes();
            return Question.upload("hostile picture", "/whatis", image, Expectation.anyPicture());
        }
        return valid.get(random.nextInt(valid.size()));
    }
}
