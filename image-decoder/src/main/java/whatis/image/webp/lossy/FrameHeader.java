package whatis.image.webp.lossy;

import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;

/**
 * The header of a key frame: RFC 6386, section 9.
 *
 * @param size the size of the picture
 * @param segments how macroblocks are told apart
 * @param quantizers for each segment how coefficients are scaled
 * @param filter how edges are smoothed
 * @param coefficients {@link CoefficientProbabilities}
 * @param skip the probability that a macroblock has coefficients; {@link #NO_SKIPPING} if all may have some
 * @param modes what is left of the first partition: how macroblocks are predicted
 * @param residuals the partitions of coefficients, for a row of macroblocks each in turn
 */
record FrameHeader(
        ImageSize size,
        Segments segments,
        Quantizer[] quantizers,
        LoopFilter filter,
        int[] coefficients,
        int skip,
        BooleanDecoder modes,
        BooleanDecoder[] residuals) {

    static final int NO_SKIPPING = -1;

    private static final int TAG_LENGTH = 3;
    private static final int LENGTH = 10;
    private static final int START_CODE = 0x9d012a;
    private static final int HIGHEST_VERSION = 3;
    private static final int SIZE_MASK = 0x3fff;

    /** Returns the size, and checks all that libwebp checks before it decodes. */
    static ImageSize size(byte[] bytes, int from, int to) {
        if (to - from < LENGTH) {
            throw new MalformedImageException("the frame header is cut short");
        }
        int tag = number24(bytes, from);
        if ((tag & 1) != 0 || (tag >> 1 & 7) > HIGHEST_VERSION || (tag >> 4 & 1) == 0) {
            throw new MalformedImageException("the frame is no key frame to be shown, or of an unknown version");
        }
        int startCode = (bytes[from + 3] & 0xff) << 16 | (bytes[from + 4] & 0xff) << 8 | bytes[from + 5] & 0xff;
        int width = number16(bytes, from + 6) & SIZE_MASK;
        int height = number16(bytes, from + 8) & SIZE_MASK;
        if (startCode != START_CODE || width == 0 || height == 0) {
            throw new MalformedImageException("the frame has no start code, or no pixels");
        }
        if (tag >> 5 >= to - from) {
            throw new MalformedImageException("the first partition is cut short");
        }
        return new ImageSize(width, height);
    }

    static FrameHeader read(byte[] bytes, int from, int to) {
        ImageSize size = size(bytes, from, to);
        int partitions = from + LENGTH + (number24(bytes, from) >> 5);
        if (partitions > to) {
            throw new MalformedImageException("the first partition is cut short");
        }
        BooleanDecoder header = new BooleanDecoder(bytes, from + LENGTH, partitions);
        header.flag(); // The colour space: libwebp knows one only.
        header.flag(); // Whether samples need clamping: libwebp clamps in any case.
        Segments segments = Segments.read(header);
        LoopFilter filter = LoopFilter.read(header, segments);
        if (header.isExhausted()) {
            throw new MalformedImageException("the frame header is cut short");
        }
        BooleanDecoder[] residuals = residuals(bytes, partitions, to, 1 << header.number(2));
        Quantizer[] quantizers = Quantizer.read(header, segments);
        header.flag(); // Whether probabilities outlive the frame, which is the only one.
        int[] coefficients = CoefficientProbabilities.read(header);
        int skip = header.flag() ? header.number(8) : NO_SKIPPING;
        return new FrameHeader(size, segments, quantizers, filter, coefficients, skip, header, residuals);
    }

    /** Cuts partitions short that claim more than there is, as libwebp does, but refuses where nothing is left. */
    private static BooleanDecoder[] residuals(byte[] bytes, int from, int to, int count) {
        int start = from + TAG_LENGTH * (count - 1);
        if (start >= to) {
            throw new MalformedImageException("there are no coefficients");
        }
        BooleanDecoder[] residuals = new BooleanDecoder[count];
        for (int i = 0; i < count - 1; i++) {
            int length = Math.min(number24(bytes, from + TAG_LENGTH * i), to - start);
            residuals[i] = new BooleanDecoder(bytes, start, start + length);
            start += length;
        }
        if (start >= to) {
            throw new MalformedImageException("the last partition is missing");
        }
        residuals[count - 1] = new BooleanDecoder(bytes, start, to);
        return residuals;
    }

    private static int number16(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    private static int number24(byte[] bytes, int at) {
        return number16(bytes, at) | (bytes[at + 2] & 0xff) << 16;
    }
}
