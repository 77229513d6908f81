package whatis.image.tiff;

import java.util.ArrayList;
import java.util.List;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;

/** Segments of packed samples. Those that are as wide as the picture are decoded row by row, others a row of tiles at once. */
final class PackedSegments implements SampleSource {

    /** Four tables for LZW, or what four inflaters take outside the heap. */
    private static final int FIXED_BYTES = 1 << 19;

    /** Runs of black and white, and those above. */
    private static final int FAX_BYTES_PER_PIXEL = 16;

    private final TiffBytes bytes;
    private final Segments segments;
    private final SegmentLayout layout;
    private final int planes;
    private final boolean streamed;
    private final Band band;

    PackedSegments(TiffBytes bytes, Directory directory, ImageSize size, PixelLayout pixels, Compression compression) {
        this.bytes = bytes;
        this.segments = Segments.of(bytes, directory, size, compression != Compression.NONE);
        this.layout = SegmentLayout.of(bytes, directory, size, pixels, compression, segments);
        this.planes = pixels.planes();
        this.streamed = segments.across() == 1;
        this.band = new Band(segments, size, pixels.kind().channels(), streamed);
    }

    @Override
    public long memory() {
        return FIXED_BYTES
                + (layout.reversed() ? bytes.file().length : 0)
                + (layout.compression().isFax() ? (long) FAX_BYTES_PER_PIXEL * segments.width() : 0)
                + (long) planes * layout.stride()
                + band.memory();
    }

    @Override
    public void decode(SampleSink sink, DecodeBudget budget) {
        List<PlaneReader> readers = new ArrayList<>();
        try {
            for (int plane = 0; plane < planes; plane++) {
                readers.add(new PlaneReader(plane, layout, segments, bytes, budget));
            }
            byte[] samples = band.allocate();
            for (int row = 0; row < segments.down(); row++) {
                if (streamed) {
                    stream(row, readers, samples, sink);
                } else {
                    fill(row, readers, samples);
                    band.emit(row, samples, sink);
                }
            }
        } finally {
            readers.forEach(PlaneReader::close);
        }
    }

    private void stream(int row, List<PlaneReader> readers, byte[] samples, SampleSink sink) {
        int rows = segments.rows(row);
        for (PlaneReader reader : readers) {
            reader.begin(row, 0, rows);
        }
        for (int i = 0; i < rows; i++) {
            for (PlaneReader reader : readers) {
                reader.read(i, samples, 0, segments.columns(0));
            }
            sink.row(segments.top(row) + i, samples, 0);
        }
        for (PlaneReader reader : readers) {
            skipRest(reader, rows);
        }
    }

    private void fill(int row, List<PlaneReader> readers, byte[] samples) {
        int rows = segments.rows(row);
        for (PlaneReader reader : readers) {
            for (int column = 0; column < segments.across(); column++) {
                reader.begin(row, column, rows);
                for (int i = 0; i < rows; i++) {
                    reader.read(i, samples, band.index(i, segments.left(column)), segments.columns(column));
                }
                skipRest(reader, rows);
            }
        }
    }

    /** Decodes what compressed tiles have below the picture, as they are damaged where they end there. */
    private void skipRest(PlaneReader reader, int rows) {
        if (segments.tiled() && layout.isCompressed()) {
            for (int i = rows; i < segments.height(); i++) {
                reader.skip(i, 0);
            }
        }
    }
}
