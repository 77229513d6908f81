package whatis.image.jpeg;

import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.Samples;

/**
 * The only scan of a sequential picture, decoded and dequantized straight into the batches of a {@link BlockStore}. Nearly
 * all the time goes into {@link #block}, about 5 ns for each symbol.
 */
final class SequentialScan implements BlockSource {

    private static final int STEPS_PER_BLOCK = 100;

    /** Pillow hands a file to libjpeg in pieces of this length. */
    private static final int PIECE_LENGTH = 1 << 16;

    private static final int GREY = 128;
    private static final int END_OF_BLOCK = HuffmanTable.COEFFICIENTS << 8;

    /** Two symbols take at most 52 bits where codes are short enough for the table. */
    private static final int SYMBOLS_PER_REFILL = 2;

    private final FrameHeader frame;
    private final SegmentParser segments;
    private final ScanBits bits;
    private final int restartInterval;
    private final int[] predictions = new int[4];
    private final int blocks;
    private final int[] component;
    private final int[] column;
    private final int[] row;
    private final HuffmanTable[] dcTables;
    private final HuffmanTable[] acTables;
    private final int[][] quantization;
    private final int[] address;
    private final int[] addressStep;
    private final BlockBatch[] batches;
    private int mcusToRestart;

    /**
     * Begins the scan.
     *
     * @param segments where the scan's header has just been read
     * @param dc for each component of the frame its table
     * @param ac for each component of the frame its table
     * @param quantization for each component of the frame its table as of {@link BlockBatch#placed}
     */
    SequentialScan(SegmentParser segments, ScanBits bits, HuffmanTable[] dc, HuffmanTable[] ac, int[][] quantization) {
        this.frame = segments.frame();
        this.segments = segments;
        this.bits = bits;
        this.restartInterval = segments.tables().restartInterval();
        this.mcusToRestart = restartInterval;
        this.blocks = frame.components().stream()
                .mapToInt(of -> of.horizontal() * of.vertical())
                .sum();
        this.component = new int[blocks];
        this.column = new int[blocks];
        this.row = new int[blocks];
        this.dcTables = new HuffmanTable[blocks];
        this.acTables = new HuffmanTable[blocks];
        this.quantization = new int[blocks][];
        this.address = new int[blocks];
        this.addressStep = new int[blocks];
        this.batches = new BlockBatch[blocks];
        int block = 0;
        for (int c = 0; c < frame.components().size(); c++) {
            FrameComponent of = frame.components().get(c);
            for (int i = 0; i < of.horizontal() * of.vertical(); i++) {
                this.component[block] = c;
                this.column[block] = i % of.horizontal();
                this.row[block] = i / of.horizontal();
                this.dcTables[block] = dc[c];
                this.acTables[block] = ac[c];
                this.quantization[block] = quantization[c];
                block++;
            }
        }
    }

    @Override
    public void nextMcuRow(BlockStore store, int rowOfBand, DecodeBudget budget) {
        budget.work((long) STEPS_PER_BLOCK * blocks * frame.mcusAcross());
        for (int b = 0; b < blocks; b++) {
            int c = component[b];
            FrameComponent of = frame.components().get(c);
            address[b] = store.address(c, column[b], rowOfBand * of.vertical() + row[b]);
            addressStep[b] = store.addressStep(c) * of.horizontal();
            batches[b] = store.batch(c);
        }
        for (int mcu = 0; mcu < frame.mcusAcross(); mcu++) {
            beginMcu();
            if (bits.insufficient) {
                fillMcu(store);
            } else {
                for (int b = 0; b < blocks; b++) {
                    block(store, b);
                }
                bits.checkEnd(bits.position, bits.available);
            }
            for (int b = 0; b < blocks; b++) {
                address[b] += addressStep[b];
            }
        }
    }

    private void beginMcu() {
        if (restartInterval != 0) {
            if (mcusToRestart == 0) {
                bits.restart();
                Arrays.fill(predictions, 0);
                mcusToRestart = restartInterval;
            }
            mcusToRestart--;
        }
        if (bits.position > bits.slideAt) {
            bits.slide();
        }
    }

    private void fillMcu(BlockStore store) {
        for (int b = 0; b < blocks; b++) {
            store.fill(component[b], address[b], GREY);
        }
    }

    @Override
    public void end() {
        int progress = bits.fileProgress();
        segments.readRest(bits.end(), progress - progress % PIECE_LENGTH + PIECE_LENGTH);
    }

    private void block(BlockStore store, int b) {
        int dc = predictDc(b);
        ScanBits bits = this.bits;
        byte[] window = bits.window;
        HuffmanTable table = acTables[b];
        int[] entries = table.sequential;
        int[] factors = quantization[b];
        bits.refill();
        long buffer = bits.buffer;
        int position = bits.position;
        int entry = entries[(int) (buffer >>> HuffmanTable.LOOKUP_SHIFT)];
        if (entry == table.endOfBlock()) {
            bits.buffer = buffer << entry;
            bits.available -= entry & 63;
            store.fill(component[b], address[b], flatSample((short) (dc * factors[1])));
            return;
        }
        BlockBatch batch = batches[b];
        int lane = batch.count;
        int[] places = BlockBatch.PLACES;
        int[] coefficients = batch.coefficients;
        coefficients[lane] = (short) ((short) dc * factors[1]);
        // The index of the coefficient from bit 8 on, and below it how many of the buffer's 64 bits are used: one sum a
        // symbol.
        int state = 1 << 8 | Long.SIZE - bits.available;
        while (true) {
            for (int symbol = 0; symbol < SYMBOLS_PER_REFILL && state < END_OF_BLOCK; symbol++) {
                if (entry == 0) {
                    bits.buffer = buffer;
                    bits.position = position;
                    state = longCode(state, table, coefficients, lane, factors);
                    buffer = bits.buffer;
                    position = bits.position;
                } else {
                    state += entry & 0xffff;
                    long rest = buffer << (entry >>> 24);
                    buffer <<= entry;
                    long negative = ~(rest >> 63);
                    int value = (int) ((rest ^ negative) >>> 1 >>> (entry >>> 16));
                    value = (value ^ (int) negative) - (int) negative;
                    int k = state >>> 8;
                    coefficients[places[k] + lane] = (short) (value * factors[k]);
                }
                entry = entries[(int) (buffer >>> HuffmanTable.LOOKUP_SHIFT)];
            }
            if (state >= END_OF_BLOCK) {
                break;
            }
            int used = state & 0xff;
            int bytes = used - 1 >> 3;
            buffer |= (long) ScanBits.LONG.get(window, position) >>> -used;
            position += bytes;
            state -= bytes << 3;
            entry = entries[(int) (buffer >>> HuffmanTable.LOOKUP_SHIFT)];
        }
        bits.buffer = buffer;
        bits.position = position;
        bits.available = Long.SIZE - (state & 0xff);
        batch.address[lane] = address[b];
        batch.component[lane] = component[b];
        batch.count = lane + 1;
        if (batch.count == BlockBatch.LANES) {
            store.flush(batch);
        }
    }

    private int predictDc(int b) {
        ScanBits bits = this.bits;
        if (bits.available < Integer.SIZE) {
            bits.refill();
        }
        int entry = dcTables[b].values[(int) (bits.buffer >>> HuffmanTable.LOOKUP_SHIFT)];
        int difference;
        if ((entry & HuffmanTable.SLOW) == 0) {
            bits.buffer <<= entry;
            bits.available -= entry & 63;
            difference = entry >> 16;
        } else {
            difference = bits.number(bits.symbol(dcTables[b]));
        }
        return predictions[component[b]] += difference;
    }

    /** Returns the sample that a block consists of whose only coefficient is this one. */
    static int flatSample(int dc) {
        return Samples.clamp((((short) (dc << 2)) + 16 >> 5) + GREY);
    }

    /** Decodes a symbol of any length; needs buffer and position in {@link #bits}, and returns the state after it. */
    private int longCode(int state, HuffmanTable table, int[] coefficients, int lane, int[] factors) {
        int k = state >>> 8;
        bits.available = Long.SIZE - (state & 0xff);
        int symbol = bits.symbol(table);
        int run = symbol >> 4;
        int size = symbol & 15;
        if (size != 0) {
            k += run + 1;
            coefficients[BlockBatch.PLACES[k] + lane] = (short) (bits.number(size) * factors[k]);
        } else {
            k += run == 15 ? run + 1 : HuffmanTable.COEFFICIENTS;
        }
        bits.refill();
        return k << 8 | Long.SIZE - bits.available;
    }
}
