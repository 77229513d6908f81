package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.Prediction;
import whatis.classification.engine.Int8Cpu;
import whatis.classification.engine.Precision;
import whatis.classification.network.TinyCheckpoint;

class CalibrateCommandTests {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private PrintWriter standardError = new PrintWriter(err, true);
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void prepare() throws IOException {
        Int8Cpu.assumeHere();
        environment = Map.of(
                "HF_HOME", folder.resolve("home").toString(),
                "WHATIS_MODEL", folder.resolve("model").toString());
        TinyCheckpoint.of("vit").write(folder.resolve("model"));
        Files.createDirectory(pictures());
    }

    private Path pictures() {
        return folder.resolve("pictures");
    }

    @Test
    void checkpointWhenCalibratedRunsInInt8WithTheReportedAnswers() throws IOException {
        draw(60);
        Path json = folder.resolve("report.json");
        Path plot = folder.resolve("harm.svg");

        assertThat(calibrate("--images", pictures(), "--aim=50", "--json", json, "--plot", plot))
                .isZero();

        JsonObject report = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
        assertThat(report.getAsJsonArray("calibrating")).hasSize(30);
        List<Path> judging = report.getAsJsonArray("judging").asList().stream()
                .map(JsonElement::getAsString)
                .map(Path::of)
                .toList();
        assertThat(judging).hasSize(30);
        JsonObject int8 = report.getAsJsonArray("precisions").get(1).getAsJsonObject();
        assertThat(int8.get("precision").getAsString()).isEqualTo("int8");
        List<Prediction> exact = answers(Precision.FP32, judging);
        List<Prediction> near = answers(Precision.INT8, judging);
        int same = 0;
        for (int i = 0; i < exact.size(); i++) {
            same += exact.get(i).label().equals(near.get(i).label()) ? 1 : 0;
        }
        assertThat(int8.get("sameLabel").getAsInt()).isEqualTo(same);
        assertThat(report.getAsJsonArray("layers")
                        .get(0)
                        .getAsJsonObject()
                        .get("name")
                        .getAsString())
                .isEqualTo("vit.embeddings.patch_embeddings.projection");
        assertThat(Files.readString(plot))
                .startsWith("<svg")
                .contains("vit.encoder.layer.0.attention.attention.query+key+value");
        assertThat(out.toString()).contains("| precision |").contains("int8 in ");
        assertThat(files("calibrations")).singleElement().asString().doesNotContain("unfinished");
    }

    @Test
    void calibrationWhenEndedHalfWayGoesOnWhereItWas() throws IOException {
        draw(50);
        standardError = new PrintWriter(err, true) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.contains("choosing")) {
                    throw new IllegalStateException("planted");
                }
            }
        };
        assertThat(calibrate("--images", pictures(), "--aim=50")).isEqualTo(3);
        assertThat(files("calibrations")).singleElement().asString().contains("unfinished");
        err.getBuffer().setLength(0);
        standardError = new PrintWriter(err, true);

        assertThat(calibrate("--images", pictures(), "--aim=50")).isZero();

        assertThat(err.toString()).doesNotContain("observing").contains("choosing", "kept in");
        assertThat(files("calibrations")).singleElement().asString().doesNotContain("unfinished");
    }

    @Test
    void picturesWhenFewAreRefused() throws IOException {
        draw(10);
        assertThat(calibrate("--images", pictures())).isEqualTo(1);
        assertThat(err.toString()).contains("10 different pictures", "at least 50");
    }

    @Test
    void picturesWhenAllAlikeAreRefused() throws IOException {
        draw(1);
        for (int i = 1; i < 60; i++) {
            Files.copy(pictures().resolve("0.png"), pictures().resolve(i + ".png"));
        }
        assertThat(calibrate("--images", pictures())).isEqualTo(1);
        assertThat(err.toString()).contains("1 different pictures that can be read (of 60 files, 60 can)");
    }

    @Test
    void picturesWhenBrokenAreNamedAndRefused() throws IOException {
        for (int i = 0; i < 60; i++) {
            Files.write(
                    pictures().resolve(i + ".png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        }
        assertThat(calibrate("--images", pictures())).isEqualTo(1);
        assertThat(err.toString()).contains("60 of 60 pictures can't be read", "0.png: ", "0 different pictures");
    }

    @Test
    void folderWhenMissingIsAnError() {
        assertThat(calibrate("--images", folder.resolve("absent"))).isEqualTo(1);
        assertThat(err.toString()).contains("absent: no such file");
    }

    @Test
    void picturesWhenNeitherTheyNorNoiseAreNamedAreAUsageError() {
        assertThat(calibrate("--aim=2")).isEqualTo(2);
        assertThat(err.toString()).contains("either --images DIR or --synthetic");
    }

    @Test
    void noiseWhenCalibratedOnShowsInThePrecision() {
        assertThat(calibrate("--synthetic")).isZero();
        try (ImageClassifier classifier = ImageClassifier.load(settings(Precision.INT8))) {
            assertThat(classifier.model().precision()).isEqualTo(Precision.INT8_SYNTHETIC);
        }
    }

    @Test
    void noiseWhenPicturesHaveCalibratedIsRefused() throws IOException {
        draw(50);
        assertThat(calibrate("--images", pictures(), "--aim=50")).isZero();
        assertThat(calibrate("--synthetic")).isEqualTo(1);
        assertThat(err.toString()).contains("noise won't take the place");
    }

    private void draw(int count) throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < count; i++) {
            BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
            int base = random.nextInt();
            for (int pixel = 0; pixel < 32 * 32; pixel++) {
                image.setRGB(pixel % 32, pixel / 32, base ^ (random.nextInt() & 0x3f3f3f));
            }
            ImageIO.write(image, "png", pictures().resolve(i + ".png").toFile());
        }
    }

    private List<Prediction> answers(Precision precision, List<Path> files) throws IOException {
        try (ImageClassifier classifier = ImageClassifier.load(settings(precision))) {
            List<Prediction> answers = new ArrayList<>();
            for (Path file : files) {
                answers.add(classifier.classify(Files.readAllBytes(file), 1).get(0));
            }
            return answers;
        }
    }

    private ImageClassifierSettings settings(Precision precision) {
        return ImageClassifierSettings.fromEnvironment(environment).withPrecision(precision);
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/whatis").resolve(name))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private int calibrate(Object... arguments) {
        Terminal terminal = new Terminal(out, standardError, Terminal.UNLIMITED, false, false);
        ErrorReport errors = new ErrorReport(standardError, () -> true);
        return new CommandLine(new CalibrateCommand(environment, terminal))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }
}
