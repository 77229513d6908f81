package whatis.image.gif;

import whatis.image.raster.ImageSize;
import whatis.image.raster.Palette;

/**
 * What a file says of its first frame.
 *
 * @param canvas the size of the picture, which holds all of the frame
 * @param left columns of the canvas to the left of the frame
 * @param top rows of the canvas above the frame
 * @param palette the colours of the canvas
 * @param background the sample that the canvas has beside the frame
 * @param hiddenColor the colour that is not to be seen as 0xRRGGBB, or {@link #NOTHING_HIDDEN}
 * @param literalBits the bits of a sample in the code, 0 to {@link LzwDecoder#MAX_BITS}
 * @param dataStart where the blocks of code begin
 */
record FirstFrame(
        ImageSize canvas,
        ImageSize size,
        int left,
        int top,
        boolean interlaced,
        Palette palette,
        int background,
        int hiddenColor,
        int literalBits,
        int dataStart) {

    static final int NOTHING_HIDDEN = -1;
}
