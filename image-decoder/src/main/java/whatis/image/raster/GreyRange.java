package whatis.image.raster;

/**
 * How the samples of a grey picture of sixteen bits become bytes. Microscopes and scanners store 10, 12 or 14 bits in
 * sixteen without saying so; the largest sample tells which. Pillow 13, which cuts every sample off at 255, turns such
 * pictures white, and is not followed here.
 */
public final class GreyRange {

    private static final int[] DEPTHS = {8, 10, 12, 14, 16};

    private GreyRange() {}

    /**
     * Returns how many bits the samples have in use.
     *
     * @param largest the largest sample of the picture, 0 to 65535
     * @return the first of 8, 10, 12, 14 and 16 that holds it
     */
    public static int bits(int largest) {
        for (int bits : DEPTHS) {
            if (largest < 1 << bits) {
                return bits;
            }
        }
        throw new IllegalArgumentException("more than sixteen bits: " + largest);
    }

    /**
     * Returns by how many bits to shift samples to the right to make them bytes.
     *
     * @param largest the largest sample of the picture, 0 to 65535
     */
    public static int shift(int largest) {
        return bits(largest) - Byte.SIZE;
    }
}
