package whatis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.network.TinyCheckpoint;

class MillionImagesTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void batchWhenADriverHas512MegabytesExpectRoomForAMillionImages() throws Exception {
        TinyCheckpoint.of("vit").write(Path.of(System.getenv("WHATIS_MODEL")));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What Maven opens for Spark here.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                MillionImages.class.getName(),
                folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("err")))
                .isZero();
        assertThat(out.lines().toList())
                .satisfiesExactly(
                        plan -> assertThat(plan).contains("chunks=2000, images=1000000"),
                        summary -> assertThat(summary)
                                .startsWith("1000000 images in ")
                                .endsWith(", 0 of them with an error; 1000000 had been done before"));
        assertThat(folder.resolve("answers/_SUCCESS")).exists();
    }
}
