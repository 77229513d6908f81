package whatis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.batch.input.ImageRows;
import whatis.batch.input.ImageSource;
import whatis.batch.input.InputException;
import whatis.batch.input.SourceImage;
import whatis.batch.storage.Storage;

class PackJobTests {

    private static final List<String> NAMES =
            List.of(".h.jpg", "[1]{a,b}*?.jpg", "_hid/deep/a.jpg", "_x.jpg", "a:b.jpg", "line\nbreak.jpg", "ü 写真.jpg");

    private static final long MEGABYTE = 1_000_000;

    private final Storage storage = new Storage(new Configuration());
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private Path images = Path.of("");
    private Path packed = Path.of("");
    private boolean overwrite;

    @BeforeEach
    void write() throws IOException {
        images = folder.resolve("images");
        packed = folder.resolve("packed");
        for (String name : NAMES) {
            add(name, name.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(String name, byte[] bytes) throws IOException {
        Path file = images.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void addNoise(String prefix, int count, int bytes) throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            byte[] noise = new byte[bytes];
            random.nextBytes(noise);
            add("%s%03d.jpg".formatted(prefix, i), noise);
        }
    }

    private PackSummary pack(long size) throws IOException {
        BatchProgress progress = new BatchProgress(new PrintWriter(err), false);
        return new PackJob(storage, progress).run(images.toString(), packed.toString(), size, overwrite);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(packed)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private Map<String, byte[]> rows() throws IOException {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        for (Path file : files()) {
            try (ParquetReader<Group> reader = new Rows(file).build()) {
                for (Group row = reader.read(); row != null; row = reader.read()) {
                    Group image = row.getGroup("image", 0);
                    rows.put(
                            image.getString("path", 0),
                            image.getBinary("bytes", 0).getBytes());
                }
            }
        }
        return rows;
    }

    private static final class Rows extends ParquetReader.Builder<Group> {

        Rows(Path file) {
            super(new LocalInputFile(file), new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    private String source(String name) {
        return "file:" + images + "/" + name;
    }

    @Test
    void runWhenNamesAreHiddenOrStrangeExpectTheBytesOfEachInOrder() throws IOException {
        PackSummary summary = pack(MEGABYTE);
        Map<String, byte[]> rows = rows();
        assertThat(rows.keySet())
                .containsExactlyElementsOf(NAMES.stream().map(this::source).toList());
        for (String name : NAMES) {
            assertThat(rows.get(source(name))).asString(StandardCharsets.UTF_8).isEqualTo(name);
        }
        assertThat(summary.counts().images()).isEqualTo(NAMES.size());
        assertThat(packed.resolve("_SUCCESS")).exists();
        assertThat(packed.resolve("_unfinished")).doesNotExist();
    }

    @Test
    void runWhenImagesAreMoreThanASizeExpectFilesOfThatSize() throws IOException {
        addNoise("", 100, 50_000);
        pack(MEGABYTE);
        List<Path> files = files();
        assertThat(files).hasSize(6);
        assertThat(files.subList(0, 5))
                .allSatisfy(file -> assertThat(Files.size(file)).isBetween(950_000L, 1_010_000L));
        assertThat(rows()).hasSize(100 + NAMES.size());
    }

    @Test
    void runWhenARowIsReadExpectFewOthersInItsPage() throws IOException {
        addNoise("small", 200, 20_000);
        addNoise("large", 2, 3_000_000);
        pack(100 * MEGABYTE);
        Path file = files().get(0);
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            BlockMetaData group = reader.getRowGroups().get(0);
            OffsetIndex pages = reader.readOffsetIndex(group.getColumns().get(0));
            long largest = 0;
            for (int page = 0; page < pages.getPageCount(); page++) {
                largest = Math.max(largest, pages.getCompressedPageSize(page));
            }
            assertThat(pages.getPageCount()).isGreaterThanOrEqualTo(5);
            assertThat(largest).isLessThan(4_200_000);
        }
    }

    @Test
    void runWhenRowsAreReadAsABatchDoesExpectThem() throws IOException {
        addNoise("", 300, 10_000);
        pack(100 * MEGABYTE);
        List<byte[]> all = new ArrayList<>(rows().values());
        try (ImageSource source = ImageRows.open(storage, files().get(0).toString(), null, 120, 240)) {
            long row = 120;
            for (SourceImage image = source.next(); image != null; image = source.next()) {
                assertThat(image.row()).isEqualTo(row);
                assertThat(image.content().read()).isEqualTo(all.get((int) row++));
            }
            assertThat(row).isEqualTo(240);
        }
    }

    @Test
    void runWhenAFileCantBeReadExpectItNamedAndTheOthersPacked() throws IOException {
        Files.createSymbolicLink(images.resolve("link.jpg"), images.resolve("gone.jpg"));
        PackSummary summary = pack(MEGABYTE);
        assertThat(rows()).hasSize(NAMES.size());
        assertThat(summary.counts().leftOut()).isEqualTo(1);
        assertThat(err.toString()).contains(source("link.jpg") + " is left out: There is no such file");
    }

    @Test
    void runWhenThereAreRowsAlreadyExpectErrorAndNoOutput() throws IOException {
        add("table.parquet", new byte[] {1});
        assertThatThrownBy(() -> pack(MEGABYTE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("table.parquet has rows already");
        assertThat(packed).doesNotExist();
    }

    @Test
    void runWhenThereAreNoImagesExpectError() throws IOException {
        images = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> pack(MEGABYTE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There are no images");
    }

    @Test
    void runWhenThereArePackedImagesExpectErrorOrNewOnes() throws IOException {
        addNoise("", 100, 50_000);
        pack(MEGABYTE);
        assertThatThrownBy(() -> pack(MEGABYTE))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("--overwrite");
        overwrite = true;
        pack(100 * MEGABYTE);
        assertThat(files()).hasSize(1);
    }

    @Test
    void runWhenTheFolderHasOtherFilesExpectThemToStay() throws IOException {
        Files.createDirectories(packed.resolve("_unfinished"));
        Files.writeString(packed.resolve("_unfinished/symphony.txt"), "years");
        pack(MEGABYTE);
        assertThat(packed.resolve("_unfinished/symphony.txt")).exists();
        Files.writeString(packed.resolve("thesis.txt"), "years");
        overwrite = true;
        assertThatThrownBy(() -> pack(MEGABYTE))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("choose another folder");
        assertThat(packed.resolve("thesis.txt")).exists();
    }

    @Test
    void runWhenTheOutputIsWithinTheInputExpectError() {
        packed = images.resolve("packed");
        assertThatThrownBy(() -> pack(MEGABYTE))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("is within the input");
    }
}
