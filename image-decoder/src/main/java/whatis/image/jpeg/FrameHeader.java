package whatis.image.jpeg;

import java.util.List;
import java.util.stream.IntStream;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.UnsupportedVariantException;

/**
 * What the frame header says.
 *
 * @param progressive whether coefficients come in several scans
 * @param size width and height of the picture
 * @param maxHorizontal the most blocks that an MCU has across of one component
 * @param maxVertical the most blocks that an MCU has down of one component
 * @param mcusAcross how many MCUs make a row where a scan has several components
 * @param mcusDown how many rows of such MCUs there are
 */
record FrameHeader(
        boolean progressive,
        ImageSize size,
        List<FrameComponent> components,
        int maxHorizontal,
        int maxVertical,
        int mcusAcross,
        int mcusDown) {

    static final int BLOCK_LENGTH = 8;

    private static final int MAX_LENGTH = 65_500;
    private static final int MAX_SAMPLING = 4;

    /**
     * Reads a frame header.
     *
     * @throws UnsupportedVariantException if the frame is of a kind that is not read
     */
    static FrameHeader read(int marker, Bytes segment) {
        checkProcess(marker);
        int precision = segment.unsignedByte();
        if (precision != 8) {
            throw new UnsupportedVariantException(precision + " bits a sample");
        }
        int height = segment.unsignedShort();
        int width = segment.unsignedShort();
        int count = segment.unsignedByte();
        if (width == 0 || height == 0 || width > MAX_LENGTH || height > MAX_LENGTH) {
            throw new MalformedImageException("the frame is " + width + " x " + height + " pixels");
        }
        if (count != 1 && count != 3 && count != 4) {
            throw new UnsupportedVariantException(count + " components");
        }
        if (segment.remaining() != 3 * count) {
            throw new MalformedImageException("the frame header has a wrong length for " + count + " components");
        }
        int[][] fields = IntStream.range(0, count)
                .mapToObj(i -> new int[] {segment.unsignedByte(), segment.unsignedByte(), segment.unsignedByte()})
                .toArray(int[][]::new);
        return of(marker == Marker.SOF2, new ImageSize(width, height), fields);
    }

    private static void checkProcess(int marker) {
        switch (marker) {
            case Marker.SOF0, Marker.SOF1, Marker.SOF2 -> {}
            case 0xc3, 0xc7, 0xcb, 0xcf -> throw new UnsupportedVariantException("lossless coding");
            case 0xc9, 0xca -> throw new UnsupportedVariantException("arithmetic coding");
            default -> throw new UnsupportedVariantException("hierarchical coding");
        }
    }

    /** @param fields for each component its number, its sampling factors in half a byte each, and its table */
    private static FrameHeader of(boolean progressive, ImageSize size, int[][] fields) {
        int maxHorizontal = 1;
        int maxVertical = 1;
        for (int[] field : fields) {
            check(field[1] >> 4, field[1] & 15);
            if (fields.length == 1) {
                field[1] = 0x11; // a lone component's blocks come one by one, whatever it says
            }
            maxHorizontal = Math.max(maxHorizontal, field[1] >> 4);
            maxVertical = Math.max(maxVertical, field[1] & 15);
        }
        int mcusAcross = ceilDivide(size.width(), BLOCK_LENGTH * maxHorizontal);
        int mcusDown = ceilDivide(size.height(), BLOCK_LENGTH * maxVertical);
        FrameComponent[] components = new FrameComponent[fields.length];
        for (int i = 0; i < components.length; i++) {
            int horizontal = fields[i][1] >> 4;
            int vertical = fields[i][1] & 15;
            int width = ceilDivide(size.width() * horizontal, maxHorizontal);
            int height = ceilDivide(size.height() * vertical, maxVertical);
            components[i] = new FrameComponent(
                    fields[i][0],
                    horizontal,
                    vertical,
                    fields[i][2],
                    width,
                    height,
                    ceilDivide(width, BLOCK_LENGTH),
                    ceilDivide(height, BLOCK_LENGTH),
                    mcusAcross * horizontal,
                    mcusDown * vertical);
        }
        return new FrameHeader(
                progressive, size, List.of(components), maxHorizontal, maxVertical, mcusAcross, mcusDown);
    }

    private static void check(int horizontal, int vertical) {
        if (horizontal < 1 || horizontal > MAX_SAMPLING || vertical < 1 || vertical > MAX_SAMPLING) {
            throw new MalformedImageException("a component is sampled " + horizontal + " x " + vertical);
        }
    }

    private static int ceilDivide(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Returns how many blocks all components have together. */
    long blocks() {
        return components.stream()
                .mapToLong(component -> (long) component.paddedBlocksAcross() * component.paddedBlocksDown())
                .sum();
    }
}
