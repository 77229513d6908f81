package whatis.classification.image;

import java.awt.image.Raster;

/** Turns the samples of one pixel into red, green and blue. */
interface PixelConversion {

    /** Writes three bytes to {@code rgb} from {@code to} on, made of the samples from {@code from} on. */
    void convert(int[] samples, int from, byte[] rgb, int to);

    /** How many pixels are taken out of a raster at a time, so that they take no memory beyond the result. */
    int PIECE = 1 << 14;

    /** Converts all pixels. */
    default RgbImage convert(Raster raster, DecodeBudget budget) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int[] samples = new int[Math.min(width, PIECE) * bands];
        byte[] rgb = new byte[3 * width * raster.getHeight()];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < width; x += PIECE) {
                int piece = Math.min(width - x, PIECE);
                budget.work((long) piece * bands);
                raster.getPixels(x, y, piece, 1, samples);
                for (int from = 0; from < piece * bands; from += bands) {
                    convert(samples, from, rgb, to);
                    to += 3;
                }
            }
        }
        return new RgbImage(width, raster.getHeight(), rgb);
    }
}
