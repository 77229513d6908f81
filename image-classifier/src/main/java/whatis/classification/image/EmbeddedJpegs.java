package whatis.classification.image;

import java.nio.ByteBuffer;

/**
 * Guards against JPEG data in the strips and tiles of a TIFF file, which its reader decodes whole even where they are far
 * larger than the tile. The sender decides where they begin, so whatever looks like a JPEG segment counts; with its code
 * and length in agreement, hardly anything else does.
 */
final class EmbeddedJpegs {

    private static final int LONGEST_SEGMENT_START = 10;

    private EmbeddedJpegs() {}

    /**
     * Refuses a file in which a JPEG has too many pixels, or all have too many scans for the size of the largest.
     *
     * @return the pixels of the largest
     */
    static long check(byte[] tiff, ImageLimits limits) {
        ByteBuffer file = ByteBuffer.wrap(tiff);
        ImageSize largest = new ImageSize(1, 1);
        int scans = 0;
        for (int i = 0; i <= tiff.length - LONGEST_SEGMENT_START; i++) {
            if (tiff[i] != (byte) 0xff) {
                continue;
            }
            int code = tiff[i + 1] & 0xff;
            int length = file.getShort(i + 2);
            if (code == JpegContainer.SOS && length == 6 + 2 * tiff[i + 4]) {
                scans++;
            } else if (JpegContainer.isStartOfFrame(code) && length == 8 + 3 * tiff[i + 9]) {
                int height = Short.toUnsignedInt(file.getShort(i + 5));
                int width = Short.toUnsignedInt(file.getShort(i + 7));
                ImageSize size = new ImageSize(width, height);
                limits.check(size);
                largest = size.pixels() > largest.pixels() ? size : largest;
            }
        }
        limits.checkScans(scans, largest, Integer.MAX_VALUE);
        return largest.pixels();
    }
}
