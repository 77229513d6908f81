package whatis.image.png;

import java.util.List;
import whatis.image.raster.GreyRange;

/** Grey of sixteen bits, of which those in use become eight. */
final class DeepGrey implements RowExpansion {

    private static final int BYTES_PER_SAMPLE = 2;

    private final int shift;

    private DeepGrey(int shift) {
        this.shift = shift;
    }

    /** Reads rows for the largest sample: all of them, or as many as it takes to know that all bits are in use. */
    static DeepGrey measure(Scanlines lines, Frame frame, List<Pass> passes) {
        int largest = 0;
        for (Pass pass : passes) {
            lines.begin(pass.width(frame), pass.height(frame));
            for (int y = 0; y < pass.height(frame) && GreyRange.bits(largest) < Short.SIZE; y++) {
                largest = Math.max(largest, largest(lines.next(), pass.width(frame)));
            }
        }
        return new DeepGrey(GreyRange.shift(largest));
    }

    private static int largest(byte[] decoded, int pixels) {
        int largest = 0;
        for (int x = 0; x < pixels; x++) {
            largest = Math.max(largest, sample(decoded, x));
        }
        return largest;
    }

    private static int sample(byte[] decoded, int x) {
        return (decoded[BYTES_PER_SAMPLE * x] & 0xff) << 8 | decoded[BYTES_PER_SAMPLE * x + 1] & 0xff;
    }

    @Override
    public void expand(byte[] decoded, int pixels, byte[] rgb) {
        int out = 0;
        for (int x = 0; x < pixels; x++) {
            byte grey = (byte) (sample(decoded, x) >> shift);
            rgb[out] = grey;
            rgb[out + 1] = grey;
            rgb[out + 2] = grey;
            out += 3;
        }
    }
}
