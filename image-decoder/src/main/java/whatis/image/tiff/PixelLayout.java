package whatis.image.tiff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.UnsupportedVariantException;

/**
 * How the pixels of a picture are stored.
 *
 * @param kind what they become
 * @param bits the bits of a sample, 1, 2, 4, 8, 12 or 16
 * @param samples how many samples a pixel has, those included that don't count
 * @param inverted whether 0 is white
 * @param signed whether samples may be negative
 * @param planar whether all first samples lie together, then all second ones, and so on
 */
record PixelLayout(PixelKind kind, int bits, int samples, boolean inverted, boolean signed, boolean planar) {

    /** The value of the field for planes. */
    static final int PLANAR = 2;

    private static final int MOST_SAMPLES = 6;
    private static final int REVERSED = 2;
    private static final int SIGNED = 2;
    private static final int FLOAT = 3;

    private static final int ASSOCIATED_ALPHA = 1;
    private static final int ALPHA = 2;
    private static final int ALPHA_OF_COREL = 999;

    private record Mode(long photometric, int bits, int samples, List<Integer> extras) {}

    private static final Map<Mode, PixelKind> KINDS = kinds();

    /** Returns the modes of Pillow's {@code TiffImagePlugin} that it can turn into RGB, but for floats and wide integers. */
    private static Map<Mode, PixelKind> kinds() {
        Map<Mode, PixelKind> kinds = new HashMap<>();
        for (int bits : new int[] {1, 2, 4, 8}) {
            kinds.put(new Mode(0, bits, 1, List.of()), PixelKind.GREY);
            kinds.put(new Mode(1, bits, 1, List.of()), PixelKind.GREY);
            kinds.put(new Mode(3, bits, 1, List.of()), PixelKind.PALETTE);
        }
        kinds.put(new Mode(0, 16, 1, List.of()), PixelKind.WIDE_GREY);
        kinds.put(new Mode(1, 16, 1, List.of()), PixelKind.WIDE_GREY);
        kinds.put(new Mode(1, 12, 1, List.of()), PixelKind.WIDE_GREY);
        kinds.put(new Mode(6, 8, 1, List.of()), PixelKind.GREY);
        kinds.put(new Mode(6, 8, 3, List.of()), PixelKind.YCBCR);
        for (int extra : new int[] {0, ALPHA}) {
            kinds.put(new Mode(1, 8, 2, List.of(extra)), PixelKind.GREY);
            kinds.put(new Mode(3, 8, 2, List.of(extra)), PixelKind.PALETTE);
        }
        for (int bits : new int[] {8, 16}) {
            kinds.put(new Mode(2, bits, 3, List.of()), PixelKind.RGB);
            kinds.put(new Mode(2, bits, 4, List.of()), PixelKind.RGB);
            kinds.put(new Mode(2, bits, 4, List.of(0)), PixelKind.RGB);
            kinds.put(new Mode(2, bits, 4, List.of(ALPHA)), PixelKind.RGB);
            kinds.put(new Mode(2, bits, 4, List.of(ASSOCIATED_ALPHA)), PixelKind.PREMULTIPLIED_RGB);
            kinds.put(new Mode(5, bits, 4, List.of()), PixelKind.CMYK);
        }
        kinds.put(new Mode(2, 8, 4, List.of(ALPHA_OF_COREL)), PixelKind.RGB);
        for (int extra : new int[] {0, ASSOCIATED_ALPHA, ALPHA}) {
            PixelKind kind = extra == ASSOCIATED_ALPHA ? PixelKind.PREMULTIPLIED_RGB : PixelKind.RGB;
            kinds.put(new Mode(2, 8, 5, List.of(extra, 0)), kind);
            kinds.put(new Mode(2, 8, 6, List.of(extra, 0, 0)), kind);
        }
        kinds.put(new Mode(5, 8, 5, List.of(0)), PixelKind.CMYK);
        kinds.put(new Mode(5, 8, 6, List.of(0, 0)), PixelKind.CMYK);
        return kinds;
    }

    /**
     * Reads the layout.
     *
     * @throws UnsupportedVariantException if Pillow doesn't read such pixels, or reads them in a way that makes no sense
     */
    static PixelLayout of(Directory directory, boolean littleEndian, Compression compression) {
        boolean planar = directory.number(Tag.PLANAR_CONFIGURATION, 1) == PLANAR;
        int samples = directory.smallNumber(Tag.SAMPLES_PER_PIXEL, 1);
        List<Integer> extras = extras(directory);
        if (planar && extras.stream().allMatch(extra -> extra == 0)) {
            samples -= extras.size();
            extras = List.of();
        }
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new UnsupportedVariantException(samples + " samples a pixel");
        }
        int bits = uniform(directory, Tag.BITS_PER_SAMPLE, samples);
        int format = uniform(directory, Tag.SAMPLE_FORMAT, samples);
        if (format == FLOAT || bits > Short.SIZE) {
            throw new UnsupportedVariantException(
                    bits + "-bit " + (format == FLOAT ? "float" : "integer") + " samples");
        }
        Mode mode = new Mode(photometric(directory), bits, samples, extras);
        PixelKind kind = KINDS.get(mode);
        boolean separate = planar && samples > 1;
        if (kind == null) {
            throw unread(mode);
        }
        if (kind == PixelKind.RGB && separate && samples == 4 && extras.isEmpty() && compression != Compression.NONE) {
            kind = PixelKind.PREMULTIPLIED_RGB; // what Pillow makes of a fourth plane that nothing is said of
        }
        PixelLayout layout = new PixelLayout(kind, bits, samples, mode.photometric == 0, format == SIGNED, separate);
        if (!layout.isReadWith(littleEndian, isReversed(directory))) {
            throw unread(mode);
        }
        return layout;
    }

    /** Tells whether the first bit of a byte is the lowest. */
    static boolean isReversed(Directory directory) {
        return directory.number(Tag.FILL_ORDER, 1) == REVERSED;
    }

    private static long photometric(Directory directory) {
        return directory.count(Tag.PHOTOMETRIC_INTERPRETATION) == 1
                ? directory.value(Tag.PHOTOMETRIC_INTERPRETATION, 0)
                : 0;
    }

    private static List<Integer> extras(Directory directory) {
        int count = (int) Math.min(MOST_SAMPLES, directory.count(Tag.EXTRA_SAMPLES));
        return IntStream.range(0, count)
                .mapToObj(i -> (int) directory.value(Tag.EXTRA_SAMPLES, i))
                .toList();
    }

    /** Reads a field that has a value for each sample, or one for all. */
    private static int uniform(Directory directory, Tag tag, int samples) {
        long count = directory.count(tag);
        if (count > 1 && count < samples) {
            throw new MalformedImageException(tag + " has " + count + " values for " + samples + " samples");
        }
        int first = directory.smallNumber(tag, 1);
        for (int i = 1; i < Math.min(count, samples); i++) {
            if (directory.value(tag, i) != first) {
                throw new UnsupportedVariantException("samples of different sizes or types");
            }
        }
        return first;
    }

    private static UnsupportedVariantException unread(Mode mode) {
        return new UnsupportedVariantException(
                "%d samples of %d bits a pixel, %s of them extra, photometric interpretation %d"
                        .formatted(mode.samples, mode.bits, mode.extras.size(), mode.photometric));
    }

    private boolean isReadWith(boolean littleEndian, boolean reversed) {
        boolean wide = kind == PixelKind.WIDE_GREY;
        if (wide && (inverted || reversed || bits == 12) && !littleEndian) {
            return false;
        }
        if (signed && (samples > 1 || kind == PixelKind.PALETTE || inverted || reversed || bits % Byte.SIZE != 0)) {
            return false;
        }
        boolean reversible = samples == 1 && bits != 12 && !(wide && inverted)
                || kind == PixelKind.RGB && samples == 3 && bits == Byte.SIZE;
        return !reversed || reversible;
    }

    /** Returns the same with pixels of another kind. */
    PixelLayout withKind(PixelKind other) {
        return new PixelLayout(other, bits, samples, inverted, signed, planar);
    }

    /** Returns how many planes are read. */
    int planes() {
        return planar ? kind.channels() : 1;
    }

    /** Returns how many samples a pixel has within a plane. */
    int samplesTogether() {
        return planar ? 1 : samples;
    }

    /** Returns how many bytes a row of a plane takes, whose last one may be filled up. */
    long rowLength(long pixels) {
        return (pixels * samplesTogether() * bits + Byte.SIZE - 1) / Byte.SIZE;
    }
}
