package whatis.batch.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.batch.ImageTable;
import whatis.batch.storage.Storage;

class ImageRowsTests {

    private static final int ROWS = 100;
    private static final int EMPTY = 41;

    private final Storage storage = new Storage(new Configuration());

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    /** Four row groups of 30 rows or fewer, in pages of 7; one row without an image. */
    @BeforeEach
    void write() throws IOException {
        List<byte @Nullable []> images = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            images.add(row == EMPTY ? null : ("image " + row).getBytes(StandardCharsets.UTF_8));
        }
        file = folder.resolve("images.parquet");
        ImageTable.write(file, images, 30, 7);
    }

    private List<String> read(@Nullable String column, long from, long to) throws IOException {
        List<String> images = new ArrayList<>();
        try (ImageSource rows = ImageRows.open(storage, file.toString(), column, from, to)) {
            for (SourceImage image = rows.next(); image != null; image = rows.next()) {
                assertThat(image.row()).isEqualTo(from + images.size());
                images.add(text(image));
            }
        }
        return images;
    }

    private static String text(SourceImage image) throws IOException {
        try {
            return new String(image.content().read(), StandardCharsets.UTF_8);
        } catch (MissingImageException e) {
            return e.code();
        }
    }

    private static List<String> expected(int from, int to) {
        List<String> images = new ArrayList<>();
        for (int row = from; row < to; row++) {
            images.add(row == EMPTY ? "row-empty" : "image " + row);
        }
        return images;
    }

    @ParameterizedTest
    @CsvSource({"0,100", "0,1", "99,100", "29,31", "30,60", "6,8", "38,95", "41,42", "42,43", "60,90"})
    void nextWhenRowsAreAnyRangeExpectThese(int from, int to) throws IOException {
        assertThat(read(null, from, to)).isEqualTo(expected(from, to));
    }

    @ParameterizedTest
    @CsvSource({"image", "image.bytes"})
    void nextWhenTheColumnIsNamedExpectItsImages(String column) throws IOException {
        assertThat(read(column, 10, 12)).isEqualTo(expected(10, 12));
    }

    @ParameterizedTest
    @CsvSource({"label", "image.path.bytes", "picture", "image.bytes.more"})
    void openWhenTheColumnHasNoImagesExpectError(String column) {
        assertThatThrownBy(() -> read(column, 0, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column " + column)
                .hasMessageContaining("[image, label]");
    }

    @Test
    void readWhenTheFileIsThereExpectItsRowGroups() throws IOException {
        FoundFile found = new FoundFile("file:" + file, Files.size(file), 0);
        assertThat(ParquetFile.read(storage, found, null).groups())
                .extracting(ParquetFile.Group::rows)
                .containsExactly(30L, 30L, 30L, 10L);
    }

    @Test
    void readWhenTheFileIsCutShortExpectError() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        FoundFile found = new FoundFile("file:" + file, Files.size(file), 0);
        assertThatThrownBy(() -> ParquetFile.read(storage, found, null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cut short, damaged or no Parquet file");
    }

    @Test
    void nextWhenAPageIsDamagedExpectItsRowsToldAndTheOtherGroups() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int page = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("image 35");
        // The length of the text before it becomes absurd.
        bytes[page - 1] = 0x7f;
        Files.write(file, bytes);
        List<String> images = read(null, 0, ROWS);
        assertThat(images).hasSize(ROWS);
        assertThat(images.subList(0, 30)).isEqualTo(expected(0, 30));
        assertThat(images.subList(35, 60)).containsOnly("row-damaged");
        assertThat(images.subList(60, ROWS)).isEqualTo(expected(60, ROWS));
    }
}
