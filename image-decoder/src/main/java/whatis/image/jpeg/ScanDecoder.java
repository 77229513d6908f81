package whatis.image.jpeg;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whatis.image.raster.DecodeBudget;

/** Decodes the scans of a picture, or begins to, where there is only one. */
final class ScanDecoder {

    /** Tables, and a window over the file. */
    private static final int STEPS_PER_SCAN = 10_000;

    private final byte[] file;
    private final SegmentParser segments;
    private final FrameHeader frame;

    /** The table of each component at its first scan; all zeros where it has none. */
    private final int[][] quantization;

    private final boolean[] begun;

    /** @param segments where the first scan's header has just been read */
    ScanDecoder(byte[] file, SegmentParser segments) {
        this.file = file;
        this.segments = segments;
        this.frame = segments.frame();
        int count = frame.components().size();
        this.quantization = new int[count][];
        this.begun = new boolean[count];
        if (!frame.progressive()) {
            segments.tables().addStandardHuffman();
        }
        Arrays.setAll(quantization, c -> BlockBatch.placed(new int[HuffmanTable.COEFFICIENTS]));
    }

    /** Tells whether the blocks of a picture must be kept until all its scans are decoded. */
    static boolean isBuffered(FrameHeader frame, ScanHeader first) {
        return frame.progressive()
                || first.components().length < frame.components().size();
    }

    /** Decodes what must be before the first block is complete. */
    BlockSource decode(ScanHeader first, DecodeBudget budget) {
        if (isBuffered(frame, first)) {
            List<CoefficientPlane> planes =
                    frame.components().stream().map(CoefficientPlane::create).toList();
            return new CoefficientFeed(planes, quantization, decodeAll(first, planes, budget));
        }
        latchQuantization(first);
        return new SequentialScan(
                segments, new ScanBits(file, segments.position()), dcTables(first), acTables(first), quantization);
    }

    /** Decodes all scans and returns what smooths the picture, if they left something out. */
    private @Nullable BlockSmoothing decodeAll(ScanHeader first, List<CoefficientPlane> planes, DecodeBudget budget) {
        Progression progression = new Progression(planes.size());
        int lastGoodMcuRow = 0;
        for (ScanHeader scan = first; scan != null; scan = segments.nextScan()) {
            progression.begin(scan);
            lastGoodMcuRow = decode(scan, planes, budget);
        }
        return frame.progressive()
                ? BlockSmoothing.of(planes, quantization, progression, lastGoodMcuRow, frame.mcusDown())
                : null;
    }

    private int decode(ScanHeader scan, List<CoefficientPlane> all, DecodeBudget budget) {
        budget.work(STEPS_PER_SCAN);
        latchQuantization(scan);
        List<CoefficientPlane> planes =
                Arrays.stream(scan.components()).mapToObj(all::get).toList();
        ScanBits bits = new ScanBits(file, segments.position());
        CoefficientScan decoder = scan(scan, bits, planes);
        decoder.decode(frame, budget);
        segments.moveTo(bits.end());
        return decoder.lastGoodMcuRow();
    }

    private CoefficientScan scan(ScanHeader scan, ScanBits bits, List<CoefficientPlane> planes) {
        int interval = segments.tables().restartInterval();
        if (!frame.progressive()) {
            return new SequentialCoefficientScan(bits, planes, interval, dcTables(scan), acTables(scan));
        }
        if (scan.first() == 0) {
            return scan.high() == 0
                    ? new DcScan(bits, planes, interval, dcTables(scan), scan.low())
                    : new DcRefinementScan(bits, planes, interval, scan.low());
        }
        HuffmanTable table = acTables(scan)[0];
        return scan.high() == 0
                ? new AcScan(bits, planes.get(0), interval, table, scan)
                : new AcRefinementScan(bits, planes.get(0), interval, table, scan);
    }

    private HuffmanTable[] dcTables(ScanHeader scan) {
        return IntStream.of(scan.dcTables()).mapToObj(segments.tables()::dc).toArray(HuffmanTable[]::new);
    }

    private HuffmanTable[] acTables(ScanHeader scan) {
        return IntStream.of(scan.acTables()).mapToObj(segments.tables()::ac).toArray(HuffmanTable[]::new);
    }

    private void latchQuantization(ScanHeader scan) {
        for (int component : scan.components()) {
            if (!begun[component]) {
                begun[component] = true;
                int slot = frame.components().get(component).quantizationTable();
                quantization[component] = BlockBatch.placed(segments.tables().quantization(slot));
            }
        }
    }
}
