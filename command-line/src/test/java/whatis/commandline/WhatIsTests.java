package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as its users do: in a process of its own. */
class WhatIsTests {

    @TempDir
    private Path folder;

    @Test
    void programWhenAskedForNothingPrintsItsUsageAsAnError() throws Exception {
        Run run = run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: whatis").contains("classify");
    }

    @Test
    void programWhenAskedForHelpPrintsItsUsage() throws Exception {
        Run run = run("help", "classify");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: whatis classify").contains("--precision", "Exit codes:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void programWhenAskedForItsVersionPrintsIt() throws Exception {
        Run run = run("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("whatis ");
    }

    @Test
    void programWhenTheCommandIsUnknownSaysSoInOneLine() throws Exception {
        Run run = run("clasify");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("whatis: ")
                .contains("clasify");
    }

    @Test
    void programWhenNoFileIsThereAnswersInUtf8() throws Exception {
        Run run = run("classify", "--json", "größe.jpg", "@file.jpg");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"file\":\"größe.jpg\",\"guesses\":[],\"error\":\"no such file\"}",
                        "{\"file\":\"@file.jpg\",\"guesses\":[],\"error\":\"no such file\"}");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void programWhenItsReaderLeavesEndsQuietly() throws Exception {
        String[] missing = Stream.concat(
                        Stream.of("classify"), IntStream.range(0, 5_000).mapToObj(i -> "missing-" + i + ".jpg"))
                .toArray(String[]::new);
        Process process = start(missing);

        try (BufferedReader reader = process.inputReader()) {
            assertThat(reader.readLine()).contains("missing-0.jpg");
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("err"))).isEmpty();
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), text, Files.readString(folder.resolve("err")));
        }
    }

    private Process start(String... arguments) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = Stream.concat(
                        Stream.of(java, "-cp", System.getProperty("java.class.path"), WhatIs.class.getName()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }
}
