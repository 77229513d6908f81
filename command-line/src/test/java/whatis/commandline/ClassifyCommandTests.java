package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.Prediction;
import whatis.classification.engine.Precision;

class ClassifyCommandTests {

    @TempDir
    private Path folder;

    private Path goldfish;
    private Path hammer;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CaptionReader classifier = new CaptionReader();

    @BeforeEach
    void photographs() {
        goldfish = CaptionReader.write(folder.resolve("b.jpg"), "goldfish, Carassius auratus=0.98; tench=0.015");
        hammer = CaptionReader.write(folder.resolve("a.jpg"), "hammer=0.7; hatchet=0.2; nail=0.05");
    }

    @Test
    void jsonWhenFilesAreNamedHasALineForEachInTheirOrder() {
        assertThat(classify("--json", goldfish, hammer)).isZero();

        assertThat(out.toString().lines()).containsExactly("""
                {"file":"%s","guesses":[{"label":"goldfish, Carassius auratus","score":0.98},\
                {"label":"tench","score":0.015}],"error":null}""".formatted(goldfish), """
                {"file":"%s","guesses":[{"label":"hammer","score":0.7},{"label":"hatchet","score":0.2},\
                {"label":"nail","score":0.05}],"error":null}""".formatted(hammer));
        assertThat(err.toString()).isEmpty();
        assertThat(classifier.closed).isTrue();
    }

    @Test
    void topWhenGivenLimitsTheGuesses() {
        classify("--json", "--top", "2", hammer);

        assertThat(out.toString()).contains("hatchet").doesNotContain("nail");
    }

    @Test
    void topWhenNotGivenIsFive() {
        Path six = CaptionReader.write(folder.resolve("six"), "a=0.5; b=0.1; c=0.1; d=0.1; e=0.1; f=0.1");

        classify("--json", six);

        assertThat(out.toString()).contains("\"e\"").doesNotContain("\"f\"");
    }

    @Test
    void tableWhenFolderIsNamedListsItsImagesSorted() {
        assertThat(classify(folder)).isZero();

        assertThat(out.toString().lines())
                .map(line -> line.substring(folder.toString().length() + 1))
                .map(line -> line.replaceAll(" {2,}", " | "))
                .containsExactly(
                        "a.jpg | 70.0% | hammer | hatchet 20.0%, nail 5.0%",
                        "b.jpg | 98.0% | goldfish, Carassius auratus | tench 1.5%");
    }

    @Test
    void answersWhenTheFirstTakesLongestKeepTheirOrder() {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        classifier = new CaptionReader() {
            @Override
            public List<Prediction> classify(byte[] image, int top) {
                List<Prediction> guesses = super.classify(image, top);
                if (guesses.get(0).label().equals("hammer")) {
                    secondIsDone.countDown();
                } else {
                    awaitOrFail(secondIsDone);
                }
                return guesses;
            }
        };

        assertThat(classify("--json", goldfish, hammer)).isZero();

        assertThat(out.toString()).containsSubsequence("goldfish", "hammer");
    }

    @Test
    void missingFileWhenAmongOthersIsALineWithItsError() {
        Path missing = folder.resolve("missing.jpg");

        assertThat(classify("--json", missing, hammer)).isEqualTo(1);

        assertThat(out.toString().lines()).hasSize(2).first().isEqualTo("""
                {"file":"%s","guesses":[],"error":"no such file"}""".formatted(missing));
    }

    @Test
    void modelWhenNothingCanBeReadIsNotLoaded() {
        Function<ModelOptions, ImageClassifier> load = options -> {
            throw new AssertionError("loaded");
        };

        assertThat(run(load, out, "classify", folder.resolve("missing.jpg"))).isEqualTo(1);

        assertThat(out.toString()).endsWith("missing.jpg  error: no such file" + System.lineSeparator());
    }

    @Test
    void fileWhenLargerThanTheLimitIsALineWithItsError() throws IOException {
        Path large = folder.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((100 << 20) + 1);
        }

        assertThat(classify(large)).isEqualTo(1);

        assertThat(out.toString()).contains("can't be read: larger than 100 MiB");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void deviceWhenItNeverEndsIsALineWithItsError() {
        assertThat(classify(Path.of("/dev/zero"))).isEqualTo(1);

        assertThat(out.toString()).contains("can't be read: larger than 100 MiB");
    }

    @Test
    void classifierWhenItFailsOnOneFileAnswersTheOthers() {
        Path broken = CaptionReader.write(folder.resolve("0.gif"), "no score");

        assertThat(classify(broken, hammer)).isEqualTo(3);

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("internal error (ArrayIndexOutOfBoundsException)"),
                        second -> assertThat(second).contains("hammer"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void verboseWhenAFileFailsPrintsTheStackTrace() {
        classify("-v", CaptionReader.write(folder.resolve("0.gif"), "no score"));

        assertThat(err.toString()).contains("ArrayIndexOutOfBoundsException", "at whatis.commandline.CaptionReader");
    }

    @Test
    void modelWhenItCannotBeLoadedIsOneLineOnStandardError() {
        Function<ModelOptions, ImageClassifier> load = options -> {
            throw new IllegalStateException("secret");
        };

        assertThat(run(load, out, "classify", hammer)).isEqualTo(3);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly("whatis: internal error (IllegalStateException); --verbose shows the details");
    }

    @Test
    void modelWhenItDoesNotFitIntoMemoryIsOneLineOnStandardError() {
        Function<ModelOptions, ImageClassifier> load = options -> {
            throw new OutOfMemoryError("planted");
        };

        assertThat(run(load, out, "classify", hammer)).isEqualTo(3);

        assertThat(err.toString().lines()).singleElement().asString().startsWith("whatis: out of memory");
    }

    @Test
    void optionsWhenTheyNameAModelReachTheLoader() {
        Function<ModelOptions, ImageClassifier> load = options -> {
            ImageClassifierSettings settings = options.settings(Map.of("WHATIS_MODEL", "other"));
            assertThat(settings.model()).isEqualTo("owner/name@main");
            assertThat(settings.precision()).isEqualTo(Precision.BF16);
            return classifier;
        };

        assertThat(run(load, out, "classify", "--model", "owner/name@main", "--precision=bf16", hammer))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--top=0", "--top=-1", "--top=many", "--top=1.5", "--precision=fp64", "--colour"})
    void optionWhenWrongIsAUsageErrorOfOneLine(String option) {
        assertThat(classify(option, hammer)).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("whatis: ")
                .contains(option.split("=")[0])
                .endsWith("(see whatis classify --help)");
    }

    @Test
    void readerWhenGoneEndsTheWorkQuietly() {
        AtomicInteger classified = new AtomicInteger();
        classifier = new CaptionReader() {
            @Override
            public List<Prediction> classify(byte[] image, int top) {
                classified.incrementAndGet();
                return super.classify(image, top);
            }
        };
        Object[] many = Stream.concat(
                        Stream.of("classify"), IntStream.range(0, 10_000).mapToObj(i -> hammer))
                .toArray();

        assertThat(run(options -> classifier, failing("Broken pipe"), many)).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(classified).hasValueLessThan(many.length / 2);
        assertThat(classifier.closed).isTrue();
    }

    @Test
    void outputWhenTheDiskIsFullIsTheMachinesFault() {
        assertThat(run(options -> classifier, failing("No space left on device"), "classify", hammer))
                .isEqualTo(3);

        assertThat(err.toString().lines())
                .containsExactly("whatis: reading or writing failed: No space left on device");
    }

    @Test
    void folderWhenItHoldsNoImageIsALineWithItsError() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(classify(empty, hammer)).isEqualTo(1);

        assertThat(out.toString().lines()).first().asString().endsWith("error: no images in this folder");
    }

    @Test
    void progressWhenStandardErrorIsATerminalIsErasedInTheEnd() {
        Terminal terminal = new Terminal(out, new PrintWriter(err), Terminal.UNLIMITED, false, true);

        WhatIs.commandLine(options -> classifier, terminal).execute("classify", goldfish.toString(), hammer.toString());

        assertThat(err.toString()).contains("1 of 2", "2 of 2").endsWith("\r\u001b[K");
    }

    private int classify(Object... arguments) {
        return run(
                options -> classifier,
                out,
                Stream.concat(Stream.of("classify"), Stream.of(arguments)).toArray());
    }

    private int run(Function<ModelOptions, ImageClassifier> load, Writer out, Object... arguments) {
        Terminal terminal = new Terminal(out, new PrintWriter(err), Terminal.UNLIMITED, false, false);
        return WhatIs.commandLine(load, terminal)
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static Writer failing(String reason) {
        return new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException(reason);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
