package whatis.image.webp.lossless;

/**
 * How an image is cut into square tiles.
 *
 * @param bits a tile has 2^bits rows and columns
 * @param across how many tiles lie side by side
 * @param down how many tiles lie one below the other
 */
record Tiles(int bits, int across, int down) {

    static final int FEWEST_BITS = 2;

    /** Reads the size of tiles. */
    static Tiles read(BitReader in, int width, int height) {
        return of(FEWEST_BITS + in.read(3), width, height);
    }

    private static Tiles of(int bits, int width, int height) {
        return new Tiles(bits, across(width, bits), across(height, bits));
    }

    /** Returns how many pieces of 2^bits pixels a length has, the last one begun. */
    static int across(int length, int bits) {
        return length + (1 << bits) - 1 >> bits;
    }

    int count() {
        return across * down;
    }

    /** Returns the number of the first tile in the row of tiles that a row of pixels lies in. */
    int first(int y) {
        return (y >> bits) * across;
    }

    /** Returns the number of the tile that a pixel lies in. */
    int at(int x, int y) {
        return first(y) + (x >> bits);
    }

    /** Returns the column after the tile that a column lies in. */
    int end(int x) {
        return (x >> bits) + 1 << bits;
    }
}
