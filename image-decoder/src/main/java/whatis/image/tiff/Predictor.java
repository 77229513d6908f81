package whatis.image.tiff;

import whatis.image.raster.MalformedImageException;

/** Undoes horizontal differencing, section 14 of TIFF 6.0: each sample is stored as its difference to the one before. */
final class Predictor {

    private static final int NONE = 1;
    private static final int HORIZONTAL = 2;

    /** By how many bytes the sample of the pixel before lies ahead of a sample. */
    private final int step;

    private final boolean wide;
    private final int highByte;

    private Predictor(int step, boolean wide, boolean littleEndian) {
        this.step = step;
        this.wide = wide;
        this.highByte = littleEndian ? 1 : 0;
    }

    /** Returns the predictor of a picture; one that changes nothing where none applies. */
    static Predictor of(Directory directory, Compression compression, PixelLayout layout, boolean littleEndian) {
        long kind = compression.takesPredictor() ? directory.number(Tag.PREDICTOR, NONE) : NONE;
        int bytes = layout.bits() / Byte.SIZE;
        if (kind == NONE) {
            return new Predictor(0, false, littleEndian);
        }
        if (kind != HORIZONTAL || layout.bits() % Byte.SIZE != 0) {
            throw new MalformedImageException(
                    "there is a predictor " + kind + " of samples of " + layout.bits() + " bits");
        }
        return new Predictor(layout.samplesTogether() * bytes, bytes == 2, littleEndian);
    }

    boolean isNone() {
        return step == 0;
    }

    /** Turns differences into samples. */
    void undo(byte[] row, int from, int to) {
        if (step == 0) {
            return;
        }
        if (!wide) {
            for (int i = from + step; i < to; i++) {
                row[i] += row[i - step];
            }
            return;
        }
        int lowByte = 1 - highByte;
        for (int i = from + step; i < to; i += 2) {
            int sum = sample(row, i, lowByte) + sample(row, i - step, lowByte);
            row[i + highByte] = (byte) (sum >> Byte.SIZE);
            row[i + lowByte] = (byte) sum;
        }
    }

    private int sample(byte[] row, int at, int lowByte) {
        return row[at + highByte] << Byte.SIZE | row[at + lowByte] & 0xff;
    }
}
