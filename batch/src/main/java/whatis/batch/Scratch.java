package whatis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.fs.FileUtil;

/** A folder for what executors need, which is gone once it is closed, or the JVM ends. */
final class Scratch implements AutoCloseable {

    private final Path folder;

    Scratch() throws IOException {
        folder = Files.createTempDirectory("whatis-batch");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "scratch"));
    }

    /** Returns the folder for the model. */
    Path model() {
        return folder.resolve("model");
    }

    /** Packs the model's folder into one file. Weights are as good as noise, so it isn't compressed. */
    Path archive(String name) throws IOException {
        Path archive = folder.resolve(name + ".zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> walk = Files.walk(model())) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(model().relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return archive;
    }

    @Override
    public void close() {
        FileUtil.fullyDelete(folder.toFile());
    }
}
