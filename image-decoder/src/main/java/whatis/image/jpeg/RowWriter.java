package whatis.image.jpeg;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/** Turns bands, which must lie row by row, into RGB rows. */
final class RowWriter implements BandSink {

    private static final int PHASES = 8;

    private final PackedBand band;
    private final ImageSize size;
    private final RowSink rows;
    private final DecodeBudget budget;
    private final Upsampler upsampler;
    private final int groups;
    private final int[] pixels;
    private final byte[] rgb;

    RowWriter(PackedBand band, ImageSize size, RowSink rows, DecodeBudget budget) {
        this.band = band;
        this.size = size;
        this.rows = rows;
        this.budget = budget;
        this.groups = band.layout().groups();
        this.upsampler = new Upsampler(band, groups);
        this.pixels = new int[groups];
        this.rgb = new byte[RgbImage.CHANNELS * PHASES * groups];
    }

    @Override
    public void band(int firstRow) {
        for (int row = 0; row < BandLayout.ROWS; row++) {
            for (int phase = 0; phase < band.rowsPerRow(); phase++) {
                int y = band.pictureRow(firstRow + row, phase);
                if (y >= 0 && y < size.height()) {
                    budget.work(4L * size.width());
                    upsampler.upsample(band.layout().index(0, row), groups, phase);
                    convert();
                    rows.row(y, rgb);
                }
            }
        }
    }

    private void convert() {
        for (int parity = 0; parity < 2; parity++) {
            int[] luma = upsampler.luma[parity];
            for (int sample = 0; sample < PHASES / 2; sample++) {
                int out = RgbImage.CHANNELS * (2 * sample + parity);
                if (band.isGrey()) {
                    storeGrey(luma, Byte.SIZE * sample, out);
                } else {
                    int[] blue = upsampler.chroma[0][parity][sample & 1];
                    int[] red = upsampler.chroma[1][parity][sample & 1];
                    ColorKernels.convert(
                            luma,
                            blue,
                            red,
                            pixels,
                            groups,
                            Byte.SIZE * sample,
                            Short.SIZE * (sample >> 1),
                            Opaque.two8,
                            Opaque.zero);
                    store(out);
                }
            }
        }
    }

    private void store(int from) {
        int out = from;
        for (int group = 0; group < groups; group++) {
            int pixel = pixels[group];
            rgb[out] = (byte) pixel;
            rgb[out + 1] = (byte) (pixel >> 8);
            rgb[out + 2] = (byte) (pixel >> 16);
            out += RgbImage.CHANNELS * PHASES;
        }
    }

    private void storeGrey(int[] luma, int shift, int from) {
        int out = from;
        for (int group = 0; group < groups; group++) {
            byte grey = (byte) (luma[group] >>> shift);
            rgb[out] = grey;
            rgb[out + 1] = grey;
            rgb[out + 2] = grey;
            out += RgbImage.CHANNELS * PHASES;
        }
    }
}
