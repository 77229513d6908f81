package whatis.image.tiff;

import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/** Undoes PackBits, section 9 of TIFF 6.0: bytes as they are, or one byte many times. Runs may go on in the next row. */
final class PackBits implements Decompressor {

    private static final int NO_RUN = -128;

    private final DecodeBudget budget;
    private byte[] data = {};
    private int position;
    private int end;
    private int left;
    private boolean repeats;

    PackBits(DecodeBudget budget) {
        this.budget = budget;
    }

    @Override
    public void begin(byte[] data, int from, int to) {
        this.data = data;
        this.position = from;
        this.end = to;
        this.left = 0;
    }

    @Override
    public void read(byte[] row, int length) {
        int start = position;
        int out = 0;
        while (out < length) {
            if (left == 0) {
                nextRun();
            }
            int run = Math.min(left, length - out);
            if (position + (repeats ? 1 : run) > end) {
                throw tooEarly();
            }
            if (repeats) {
                Arrays.fill(row, out, out + run, data[position]);
            } else {
                System.arraycopy(data, position, row, out, run);
                position += run;
            }
            out += run;
            left -= run;
            if (repeats && left == 0) {
                position++;
            }
        }
        budget.work((long) length + position - start);
    }

    private void nextRun() {
        int header = NO_RUN;
        while (header == NO_RUN) {
            if (position >= end) {
                throw tooEarly();
            }
            header = data[position++];
        }
        repeats = header < 0;
        left = Math.abs(header) + 1;
    }

    private static MalformedImageException tooEarly() {
        return new MalformedImageException("a segment's runs end too early");
    }
}
