package whatis.image.png;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/** Makes one colour white in the rows that it hands on. */
final class Whitening implements RowSink {

    private final byte red;
    private final byte green;
    private final byte blue;
    private final RowSink rows;
    private final DecodeBudget budget;
    private final byte[] white;

    /** @param color 0xRRGGBB */
    Whitening(int color, ImageSize size, RowSink rows, DecodeBudget budget) {
        this.red = (byte) (color >> 16);
        this.green = (byte) (color >> 8);
        this.blue = (byte) color;
        this.rows = rows;
        this.budget = budget;
        this.white = new byte[RgbImage.CHANNELS * size.width()];
    }

    @Override
    public void row(int y, byte[] rgb) {
        budget.work(white.length);
        for (int i = 0; i < white.length; i += RgbImage.CHANNELS) {
            boolean hidden = rgb[i] == red && rgb[i + 1] == green && rgb[i + 2] == blue;
            white[i] = hidden ? (byte) 0xff : rgb[i];
            white[i + 1] = hidden ? (byte) 0xff : rgb[i + 1];
            white[i + 2] = hidden ? (byte) 0xff : rgb[i + 2];
        }
        rows.row(y, white);
    }
}
