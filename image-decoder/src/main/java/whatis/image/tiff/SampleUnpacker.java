package whatis.image.tiff;

import java.util.Arrays;

/** Turns rows of a segment into the bytes of a {@link PixelKind}. */
final class SampleUnpacker {

    private final PixelLayout layout;
    private final boolean littleEndian;
    private final int channels;
    private final int together;
    private final int inversion;

    SampleUnpacker(PixelLayout layout, boolean littleEndian) {
        this.layout = layout;
        this.littleEndian = littleEndian;
        this.channels = layout.kind().channels();
        this.together = layout.samplesTogether();
        this.inversion = layout.inverted() ? 0xff : 0;
    }

    /**
     * Unpacks the pixels at the front of a row.
     *
     * @param packed a row of a plane, or of all of them
     * @param plane which one
     * @param samples gets the pixels
     * @param from where in there the first pixel goes
     */
    void unpack(byte[] packed, int plane, byte[] samples, int from, int pixels) {
        if (layout.kind() == PixelKind.WIDE_GREY) {
            unpackWideGrey(packed, samples, from, pixels);
        } else if (layout.bits() < Byte.SIZE) {
            unpackBits(packed, samples, from, pixels);
        } else if (layout.bits() == Byte.SIZE && together == channels && inversion == 0) {
            System.arraycopy(packed, 0, samples, from, channels * pixels);
        } else {
            unpackBytes(packed, plane, samples, from, pixels);
        }
    }

    /** Leaves pixels empty. */
    void clear(int plane, byte[] samples, int from, int pixels) {
        if (!layout.planar()) {
            Arrays.fill(samples, from, from + channels * pixels, (byte) 0);
            return;
        }
        for (int i = 0; i < pixels; i++) {
            samples[from + i * channels + plane] = 0;
        }
    }

    /** Takes the high byte where there are two. */
    private void unpackBytes(byte[] packed, int plane, byte[] samples, int from, int pixels) {
        int length = layout.bits() / Byte.SIZE;
        int highByte = littleEndian ? length - 1 : 0;
        int count = layout.planar() ? 1 : channels;
        for (int channel = 0; channel < count; channel++) {
            int in = channel * length + highByte;
            int out = from + plane + channel;
            for (int i = 0; i < pixels; i++) {
                samples[out] = (byte) (packed[in] ^ inversion);
                in += together * length;
                out += channels;
            }
        }
    }

    private void unpackBits(byte[] packed, byte[] samples, int from, int pixels) {
        int bits = layout.bits();
        int mask = (1 << bits) - 1;
        int scale = layout.kind() == PixelKind.PALETTE ? 1 : 255 / mask;
        int shift = Byte.SIZE;
        int in = 0;
        for (int i = 0; i < pixels; i++) {
            shift -= bits;
            samples[from + i] = (byte) ((packed[in] >> shift & mask) * scale ^ inversion);
            if (shift == 0) {
                shift = Byte.SIZE;
                in++;
            }
        }
    }

    private void unpackWideGrey(byte[] packed, byte[] samples, int from, int pixels) {
        int out = from;
        for (int i = 0; i < pixels; i++) {
            int sample = layout.bits() == 12 ? twelveBits(packed, i) : sixteenBits(packed, i);
            samples[out] = (byte) (sample >> Byte.SIZE);
            samples[out + 1] = (byte) sample;
            out += 2;
        }
    }

    private static int twelveBits(byte[] packed, int index) {
        int at = index * 3 / 2;
        int both = (packed[at] & 0xff) << Byte.SIZE | packed[at + 1] & 0xff;
        return index % 2 == 0 ? both >> 4 : both & 0xfff;
    }

    private int sixteenBits(byte[] packed, int index) {
        int first = packed[2 * index] & 0xff;
        int second = packed[2 * index + 1] & 0xff;
        int sample = littleEndian ? second << Byte.SIZE | first : first << Byte.SIZE | second;
        return layout.signed() ? Math.max(0, (short) sample) : sample;
    }
}
