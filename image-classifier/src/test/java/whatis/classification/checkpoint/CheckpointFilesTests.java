package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTests {

    private static final byte[] CONTENT = "{\"model_type\": \"vit\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void folderWhenFileIsThereReadsIt() throws IOException {
        Files.write(folder.resolve("config.json"), CONTENT);

        assertThat(read(CheckpointFiles.inFolder(folder))).isEqualTo(CONTENT);
    }

    @Test
    void folderWhenNamedByItsOriginKeepsItsPathOutOfErrors() {
        CheckpointFiles files = CheckpointFiles.inFolder(folder, "owner/name@1234567");

        assertThat(files.origin()).isEqualTo("owner/name@1234567");
        assertThatThrownBy(() -> files.open("config.json"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContainingAll("config.json", "owner/name@1234567")
                .hasMessageNotContaining(folder.toString());
    }

    @Test
    void folderWhenNothingCanHaveSuchANameLacksIt() throws IOException {
        Files.createDirectory(folder.resolve("a folder"));

        CheckpointFiles files = CheckpointFiles.inFolder(folder);

        assertThat(files.has("a folder")).isFalse();
        assertThat(files.has("\ud800.safetensors")).isFalse();
        assertThat(files.has("\0")).isFalse();
    }

    @Test
    void classpathWhenResourceIsInAJarReadsIt() throws IOException {
        try (URLClassLoader loader = jar("model/config.json")) {
            assertThat(read(CheckpointFiles.onClasspath(loader, "model"))).isEqualTo(CONTENT);
        }
    }

    @Test
    void classpathWhenResourceIsMissingSaysSo() throws IOException {
        try (URLClassLoader loader = jar("model/other.json")) {
            assertThatThrownBy(
                            () -> CheckpointFiles.onClasspath(loader, "model").open("config.json"))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContainingAll("config.json", "classpath:model");
        }
    }

    @Test
    void classpathChannelWhenPositionedReadsFromThere() throws IOException {
        try (URLClassLoader loader = jar("model/config.json");
                SeekableByteChannel channel =
                        CheckpointFiles.onClasspath(loader, "model").open("config.json")) {
            ByteBuffer four = ByteBuffer.allocate(4);
            channel.position(CONTENT.length - 3);

            assertThat(channel.size()).isEqualTo(CONTENT.length);
            assertThat(channel.read(four)).isEqualTo(3);
            assertThat(channel.position()).isEqualTo(CONTENT.length);
            assertThat(channel.read(four)).isEqualTo(-1);
            assertThatThrownBy(() -> channel.write(four)).isInstanceOf(NonWritableChannelException.class);
        }
    }

    @Test
    void classpathChannelWhenClosedRefusesToRead() throws IOException {
        try (URLClassLoader loader = jar("model/config.json")) {
            SeekableByteChannel channel =
                    CheckpointFiles.onClasspath(loader, "model").open("config.json");
            channel.close();

            assertThat(channel.isOpen()).isFalse();
            assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1))).isInstanceOf(ClosedChannelException.class);
        }
    }

    private static byte[] read(CheckpointFiles files) throws IOException {
        try (SeekableByteChannel channel = files.open("config.json")) {
            ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
            while (buffer.hasRemaining()) {
                assertThat(channel.read(buffer)).isPositive();
            }
            return buffer.array();
        }
    }

    private URLClassLoader jar(String entry) throws IOException {
        Path jar = folder.resolve("model.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(CONTENT);
        }
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }
}
