package whatis.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.DrawnImages;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.Orientation;
import whatis.image.raster.Resampling;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowResizer;
import whatis.image.raster.Span;

/** Holds the packed, vectorised way of decoding against the plain one. */
class PlainBandTests {

    private final DecodeBudget plenty = DecodeBudget.start(Duration.ofMinutes(1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60x40.jpg",
                "baseline.jpg",
                "progressive.jpg",
                "subsampling-422.jpg",
                "subsampling-444.jpg",
                "grey.jpg",
                "restart-markers.jpg",
                "quality-10.jpg"
            })
    void rowsWhenDecodedPlainlyEqualPackedOnes(String name) {
        byte[] file = DrawnImages.read(name);
        JpegImage image = JpegImage.open(file);
        RgbCanvas packed = new RgbCanvas(image.size());
        image.decode(packed, plenty);
        assertThat(packed.image()).isEqualTo(plain(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "subsampling-422.jpg", "subsampling-444.jpg", "grey.jpg", "60x40.jpg"})
    void resizeWhenFusedEqualsResizingPlainRows(String name) {
        byte[] file = DrawnImages.read(name);
        RgbImage plain = plain(file);
        ResizeTarget[] targets = {
            ResizeTarget.whole(new ImageSize(24, 24)),
            ResizeTarget.whole(new ImageSize(plain.width() - 1, 3)),
            ResizeTarget.whole(new ImageSize(500, 500)),
            ResizeTarget.whole(new ImageSize(5, 400)),
            new ResizeTarget(new ImageSize(24, 24), new Span(17, 6), new Span(10, 7)),
            new ResizeTarget(new ImageSize(7, 6), new Span(1, 1), new Span(4, 1)),
            new ResizeTarget(plain.size(), new Span(19, 22), new Span(20, 20))
        };
        for (ResizeTarget target : targets) {
            for (Orientation orientation : new Orientation[] {Orientation.NORMAL, Orientation.TRANSVERSED}) {
                for (ResamplingFilter filter : ResamplingFilter.values()) {
                    Resampling resampling = Resampling.of(plain.size(), orientation, target, filter, plenty);
                    RowResizer rows = new RowResizer(resampling, plenty);
                    feed(plain, rows);
                    assertThat(JpegImage.open(file).resize(resampling, plenty))
                            .as("%s, %s, to %s", filter, orientation, target)
                            .isEqualTo(rows.result());
                }
            }
        }
    }

    @Test
    void passesWhenGroupsCountForManyTargetsAreNotFused() {
        Resampling down = Resampling.of(
                new ImageSize(500, 10),
                Orientation.NORMAL,
                ResizeTarget.whole(new ImageSize(224, 10)),
                ResamplingFilter.LANCZOS,
                plenty);
        Resampling up = Resampling.of(
                new ImageSize(50, 10),
                Orientation.NORMAL,
                ResizeTarget.whole(new ImageSize(224, 10)),
                ResamplingFilter.BILINEAR,
                plenty);
        assertThat(SpreadWeights.isFor(down.columns())).isTrue();
        assertThat(SpreadWeights.isFor(up.columns())).isFalse();
    }

    private static void feed(RgbImage image, RowResizer rows) {
        byte[] row = new byte[3 * image.width()];
        for (int y = 0; y < image.height(); y++) {
            System.arraycopy(image.rgb(), y * row.length, row, 0, row.length);
            rows.row(y, row);
        }
    }

    private RgbImage plain(byte[] file) {
        SegmentParser segments = new SegmentParser(file);
        ScanHeader first = Objects.requireNonNull(segments.nextScan());
        FrameHeader frame = segments.frame();
        RgbCanvas canvas = new RgbCanvas(frame.size());
        PlainBand band = new PlainBand(frame, segments.colors(), canvas, plenty);
        BlockSource source = new ScanDecoder(file, segments).decode(first, plenty);
        for (int row = 0; row < frame.mcusDown(); row++) {
            source.nextMcuRow(band, 0, plenty);
            band.complete(row);
            band.band(row);
        }
        return canvas.image();
    }
}
