package whatis.image.webp.lossless;

import java.util.BitSet;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.UnsupportedVariantException;

/** Reads the images of a stream one after the other: those that help, and the picture at last. */
final class ImageReader {

    /** Takes the pixel of each tile. */
    @FunctionalInterface
    interface TilePixels {

        /** Takes the next pixel. */
        void pixel(int tile, int argb);
    }

    /** The most bytes that prefix codes may take. Libwebp writes 2,600 groups at most, most of them below 2 KiB. */
    static final int MOST_CODE_BYTES = 6 << 20;

    private static final int MOST_GROUPS = 1 << 16;

    private final BitReader in;
    private final int[] window;
    private final DecodeBudget budget;
    private final PrefixCodeReader codes;

    /** @param window for the pixels of each image in turn */
    ImageReader(BitReader in, int[] window, DecodeBudget budget) {
        this.in = in;
        this.window = window;
        this.budget = budget;
        this.codes = new PrefixCodeReader(in, budget);
    }

    /** Reads an image that helps to read the picture. */
    void readHelper(int width, int height, PixelRows rows) {
        ColorCache cache = readCache();
        readPixels(width, height, readGroup(cache), cache, rows);
    }

    /** Reads an image that has a pixel for each tile. */
    void readTiles(Tiles tiles, TilePixels pixels) {
        readHelper(tiles.across(), tiles.down(), (y, argb, from) -> {
            for (int x = 0; x < tiles.across(); x++) {
                pixels.pixel(y * tiles.across() + x, argb[from + x]);
            }
        });
    }

    /** Reads the picture, whose transforms are still to be undone. */
    void readPicture(int width, int height, PixelRows rows) {
        ColorCache cache = readCache();
        PrefixCodeGroups groups = in.readFlag() ? readGroups(Tiles.read(in, width, height), cache) : readGroup(cache);
        readPixels(width, height, groups, cache, rows);
    }

    private void readPixels(int width, int height, PrefixCodeGroups groups, ColorCache cache, PixelRows rows) {
        new PixelReader(in, window, budget, width, height, groups, cache).read(rows);
    }

    private PrefixCodeGroups readGroup(ColorCache cache) {
        return PrefixCodeGroups.one(codes.readGroup(cache.size()));
    }

    private ColorCache readCache() {
        int bits = 0;
        if (in.readFlag()) {
            bits = in.read(4);
            if (bits < 1 || bits > ColorCache.MOST_BITS) {
                throw new MalformedImageException("a color cache has " + bits + " bits");
            }
        }
        return new ColorCache(bits);
    }

    /** Keeps only the groups that a tile has. */
    private PrefixCodeGroups readGroups(Tiles tiles, ColorCache cache) {
        char[] indices = new char[tiles.count()];
        readTiles(tiles, (tile, argb) -> indices[tile] = (char) (argb >> 8));
        BitSet used = new BitSet(MOST_GROUPS);
        for (char index : indices) {
            used.set(index);
        }
        PrefixCodeGroup[] groups = new PrefixCodeGroup[used.cardinality()];
        char[] kept = new char[used.length()];
        int count = 0;
        int bytes = 0;
        for (int index = 0; index < kept.length; index++) {
            if (used.get(index)) {
                groups[count] = codes.readGroup(cache.size());
                bytes += groups[count].memory();
                if (bytes > MOST_CODE_BYTES) {
                    throw new UnsupportedVariantException(
                            "more than " + (MOST_CODE_BYTES >> 20) + " MiB of prefix codes");
                }
                kept[index] = (char) count++;
            } else {
                codes.skipGroup(cache.size());
            }
        }
        for (int tile = 0; tile < indices.length; tile++) {
            indices[tile] = kept[indices[tile]];
        }
        return new PrefixCodeGroups(groups, tiles, indices);
    }
}
