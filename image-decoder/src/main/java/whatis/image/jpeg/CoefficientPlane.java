package whatis.image.jpeg;

/**
 * The quantized coefficients of one component, kept where they come in several scans.
 *
 * @param rows for each row of blocks the coefficients of its blocks, {@value HuffmanTable#COEFFICIENTS} each in zigzag order
 * @param present for each block which coefficients were set, coefficient 0 being the lowest bit
 */
record CoefficientPlane(FrameComponent component, short[][] rows, long[][] present) {

    static CoefficientPlane create(FrameComponent component) {
        int across = component.paddedBlocksAcross();
        return new CoefficientPlane(
                component,
                new short[component.paddedBlocksDown()][HuffmanTable.COEFFICIENTS * across],
                new long[component.paddedBlocksDown()][across]);
    }
}
