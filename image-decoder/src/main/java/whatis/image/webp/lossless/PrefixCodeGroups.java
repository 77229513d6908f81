package whatis.image.webp.lossless;

/**
 * The groups of prefix codes of an image, and which of them each tile has.
 *
 * @param indices the number of each tile's group
 */
record PrefixCodeGroups(PrefixCodeGroup[] groups, Tiles tiles, char[] indices) {

    /** Larger than any image. */
    private static final Tiles ONE_TILE = new Tiles(15, 1, 1);

    /** Makes one group that all pixels have. */
    static PrefixCodeGroups one(PrefixCodeGroup group) {
        return new PrefixCodeGroups(new PrefixCodeGroup[] {group}, ONE_TILE, new char[1]);
    }

    PrefixCodeGroup at(int x, int y) {
        return groups[indices[tiles.at(x, y)]];
    }
}
