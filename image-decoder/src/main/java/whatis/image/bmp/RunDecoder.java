package whatis.image.bmp;

import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;

/**
 * Decodes runs of bytes or of nibbles (RLE8, RLE4) into a byte for each pixel. Like Pillow, it
 * ends a run with its row, lets literal pixels go on in the next, and refuses a picture that ends before its last pixel.
 */
final class RunDecoder {

    private static final int END_OF_ROW = 0;
    private static final int END_OF_PICTURE = 1;
    private static final int MOVE = 2;

    private final byte[] file;
    private final int width;
    private final boolean nibbles;
    private final byte[] samples;
    private int position;
    private int filled;
    private int column;

    private RunDecoder(byte[] file, long start, ImageSize size, boolean nibbles) {
        this.file = file;
        this.width = size.width();
        this.nibbles = nibbles;
        samples = new byte[Math.toIntExact(size.pixels())];
        position = (int) Math.min(start, file.length);
    }

    /** Returns the samples in the order of the file. */
    static byte[] decode(byte[] file, long start, BmpHeader header, DecodeBudget budget) {
        RunDecoder decoder =
                new RunDecoder(file, start, header.size(), header.compression() == Compression.RUNS_OF_NIBBLES);
        decoder.decode(budget);
        return decoder.samples;
    }

    private void decode(DecodeBudget budget) {
        while (filled < samples.length) {
            int count = nextByte();
            int value = nextByte();
            int before = filled;
            if (count > 0) {
                run(count, value);
            } else {
                switch (value) {
                    case END_OF_ROW -> endRow();
                    case END_OF_PICTURE -> throw new MalformedImageException("the picture ends too early");
                    case MOVE -> move();
                    default -> literal(value);
                }
            }
            budget.work(4L + filled - before);
        }
    }

    private void run(int count, int value) {
        int fitting = Math.max(0, Math.min(count, width - column));
        int end = Math.min(samples.length, filled + fitting);
        if (nibbles) {
            for (int i = filled; i < end; i++) {
                samples[i] = (byte) ((i - filled & 1) == 0 ? value >> 4 : value & 0xf);
            }
        } else {
            Arrays.fill(samples, filled, end, (byte) value);
        }
        filled = end;
        column += fitting;
    }

    private void endRow() {
        filled += (width - filled % width) % width;
        column = 0;
    }

    private void move() {
        long distance = nextByte() + (long) nextByte() * width;
        filled = (int) Math.min(samples.length, filled + distance);
        column = filled % width;
    }

    private void literal(int count) {
        int fitting = Math.min(count, samples.length - filled);
        int pair = 0;
        for (int i = 0; i < fitting; i++) {
            boolean second = nibbles && (i & 1) != 0;
            pair = second ? pair & 0xf : nextByte();
            samples[filled + i] = (byte) (nibbles && !second ? pair >> 4 : pair);
        }
        filled += fitting;
        column += count;
        // A run begins at an even byte of the file.
        position += position & 1;
    }

    private int nextByte() {
        if (position >= file.length) {
            throw new MalformedImageException("the file ends before the picture is complete");
        }
        return file[position++] & 0xff;
    }
}
