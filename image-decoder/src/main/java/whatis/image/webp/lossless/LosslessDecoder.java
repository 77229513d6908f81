package whatis.image.webp.lossless;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;

/**
 * Decodes the lossless bit stream of a WebP file, the content of a chunk VP8L. The byte that makes an odd length even is a
 * part of it for libwebp, which takes bits from there that are missing before.
 */
public final class LosslessDecoder {

    private static final int SIGNATURE = 0x2f;
    private static final int HEADER_LENGTH = 5;
    private static final int SIZE_BITS = 14;

    private static final int TRANSFORMS = 4;

    /** A palette has as many pixels, even where a picture has fewer. */
    private static final int SHORTEST_WINDOW = 256;

    /** One to hand on, one for factors, and one for predictions that is longer by a pixel, for which the fourth is enough. */
    private static final int ROWS = 4;

    /** A mode, a pixel of factors, and the number of a group. */
    private static final int BYTES_PER_TILE = Byte.BYTES + Integer.BYTES + Character.BYTES;

    /** Tables that don't depend on the size. */
    private static final int FIXED_BYTES = 1 << 19;

    /** Five prefix codes of four bits each, in whole bytes. */
    private static final int SHORTEST_GROUP = 2;

    private LosslessDecoder() {}

    /**
     * Reads the header.
     *
     * @param from where the stream begins
     * @param to where it ends
     * @throws MalformedImageException if there is no such header
     */
    public static ImageSize size(byte[] bytes, int from, int to) {
        if (to - from < HEADER_LENGTH) {
            throw new MalformedImageException("a lossless bit stream has " + (to - from) + " bytes");
        }
        return readSize(new BitReader(bytes, from, to));
    }

    /**
     * Returns how many bytes {@link #decode} allocates at most.
     *
     * @param encodedLength how many bytes the stream has
     */
    public static long memory(ImageSize size, int encodedLength) {
        long tiles =
                (long) Tiles.across(size.width(), Tiles.FEWEST_BITS) * Tiles.across(size.height(), Tiles.FEWEST_BITS);
        long groups = Math.min(tiles, encodedLength / SHORTEST_GROUP);
        return FIXED_BYTES
                + (long) Integer.BYTES * (windowLength(size) + ROWS * size.width())
                + BYTES_PER_TILE * tiles
                + Math.min(ImageReader.MOST_CODE_BYTES, PrefixCodeGroup.MOST_BYTES * groups);
    }

    /**
     * Decodes a picture.
     *
     * @param from where the stream begins
     * @param to where it ends
     * @throws MalformedImageException if the stream is damaged or incomplete; rows may have been handed on before
     * @throws whatis.image.raster.UnsupportedVariantException if it has far more prefix codes than encoders write
     */
    public static void decode(byte[] bytes, int from, int to, ArgbRows rows, DecodeBudget budget) {
        ImageSize size = size(bytes, from, to);
        BitReader in = new BitReader(bytes, from, to);
        readSize(in);
        ImageReader images = new ImageReader(in, new int[windowLength(size)], budget);
        List<Transform> transforms = new ArrayList<>();
        int width = readTransforms(in, images, size, transforms);
        Collections.reverse(transforms);
        int[] argb = new int[size.width()];
        images.readPicture(width, size.height(), (y, window, start) -> {
            System.arraycopy(window, start, argb, 0, width);
            for (Transform transform : transforms) {
                transform.undo(y, argb);
            }
            rows.row(y, argb);
        });
    }

    private static ImageSize readSize(BitReader in) {
        if (in.read(Byte.SIZE) != SIGNATURE) {
            throw new MalformedImageException("a lossless bit stream lacks its signature");
        }
        int width = in.read(SIZE_BITS) + 1;
        int height = in.read(SIZE_BITS) + 1;
        in.drop(1); // a hint that alpha is used
        int version = in.read(3);
        if (version != 0) {
            throw new MalformedImageException("a lossless bit stream has the version " + version);
        }
        return new ImageSize(width, height);
    }

    private static int windowLength(ImageSize size) {
        return Math.max(SHORTEST_WINDOW, PixelReader.windowLength(size.pixels(), size.width()));
    }

    /** Reads the transforms in the order in which they were done, and returns the width that is left then. */
    private static int readTransforms(BitReader in, ImageReader images, ImageSize size, List<Transform> transforms) {
        boolean[] seen = new boolean[TRANSFORMS];
        int width = size.width();
        while (in.readFlag()) {
            int type = in.read(2);
            if (seen[type]) {
                throw new MalformedImageException("a transform of type " + type + " is there twice");
            }
            seen[type] = true;
            switch (type) {
                case 0 -> transforms.add(Predictor.read(images, Tiles.read(in, width, size.height()), width));
                case 1 -> transforms.add(ColorTransform.read(images, Tiles.read(in, width, size.height()), width));
                case 2 -> transforms.add(new SubtractGreen(width));
                default -> {
                    ColorIndexing indexing = ColorIndexing.read(images, in.read(Byte.SIZE) + 1, width);
                    transforms.add(indexing);
                    width = indexing.packedWidth();
                }
            }
        }
        return width;
    }
}
