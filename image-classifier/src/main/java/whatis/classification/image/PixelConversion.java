package whatis.classification.image;

import java.awt.image.Raster;

/** Turns the samples of one pixel into red, green and blue. */
interface PixelConversion {

    /** Writes three bytes to {@code rgb} from {@code to} on, made of the samples from {@code from} on. */
    void convert(int[] samples, int from, byte[] rgb, int to);

    /** Converts all pixels, row by row so that it takes no memory beyond the result. */
    default RgbImage convert(Raster raster) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        byte[] rgb = new byte[3 * width * raster.getHeight()];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int from = 0; from < row.length; from += bands) {
                convert(row, from, rgb, to);
                to += 3;
            }
        }
        return new RgbImage(width, raster.getHeight(), rgb);
    }
}
