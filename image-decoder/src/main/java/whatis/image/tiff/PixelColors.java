package whatis.image.tiff;

import java.util.Arrays;
import whatis.image.raster.GreyRange;
import whatis.image.raster.ImageSize;
import whatis.image.raster.Inks;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/** Turns samples into rows of RGB. */
final class PixelColors implements SampleSink {

    private static final int OPAQUE = 255;
    private static final int PALETTE_COLORS = 256;

    private final RowSink rows;
    private final PixelLayout layout;
    private final int width;
    private final byte[] rgb;
    private final Conversion conversion;

    @FunctionalInterface
    private interface Conversion {
        void convert(byte[] samples, int from);
    }

    /** @param largestGrey the largest sample of wide grey */
    PixelColors(
            Directory directory,
            PixelLayout layout,
            boolean compressed,
            int largestGrey,
            ImageSize size,
            RowSink rows) {
        this.rows = rows;
        this.layout = layout;
        this.width = size.width();
        this.rgb = new byte[RgbImage.CHANNELS * width];
        this.conversion = switch (layout.kind()) {
            case GREY -> this::spreadGrey;
            case WIDE_GREY -> wideGrey(largestGrey);
            case PALETTE -> palette(directory);
            case RGB -> this::copy;
            case PREMULTIPLIED_RGB -> this::divideByAlpha;
            case CMYK -> this::print;
            case YCBCR -> {
                YcbcrColors colors = compressed ? YcbcrColors.libtiffs(directory) : YcbcrColors.pillows();
                yield (samples, from) -> colors.convert(samples, from, rgb, width);
            }
        };
    }

    @Override
    public void row(int y, byte[] samples, int from) {
        conversion.convert(samples, from);
        rows.row(y, rgb);
    }

    private void spreadGrey(byte[] samples, int from) {
        int out = 0;
        for (int x = 0; x < width; x++) {
            byte grey = samples[from + x];
            rgb[out] = grey;
            rgb[out + 1] = grey;
            rgb[out + 2] = grey;
            out += 3;
        }
    }

    private Conversion wideGrey(int largest) {
        int shift = GreyRange.shift(largest);
        int inversion = layout.inverted() ? 0xff : 0;
        return (samples, from) -> {
            int out = 0;
            for (int x = 0; x < width; x++) {
                Arrays.fill(rgb, out, out + 3, (byte) (wideSample(samples, from, x) >> shift ^ inversion));
                out += 3;
            }
        };
    }

    static int wideSample(byte[] samples, int from, int index) {
        return (samples[from + 2 * index] & 0xff) << Byte.SIZE | samples[from + 2 * index + 1] & 0xff;
    }

    /** Looks colours up, of which a file has all reds first, in sixteen bits; those that it leaves out are grey. */
    private Conversion palette(Directory directory) {
        byte[] colors = new byte[RgbImage.CHANNELS * PALETTE_COLORS];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = (byte) (i / 3);
        }
        int count = (int) Math.min(Integer.MAX_VALUE, directory.count(Tag.COLOR_MAP)) / 3;
        if (count == 0 || count > PALETTE_COLORS) {
            throw new MalformedImageException("the palette has " + count + " colours");
        }
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < 3; channel++) {
                colors[3 * i + channel] = (byte) (directory.value(Tag.COLOR_MAP, channel * count + i) >> Byte.SIZE);
            }
        }
        return (samples, from) -> {
            int out = 0;
            for (int x = 0; x < width; x++) {
                int color = 3 * (samples[from + x] & 0xff);
                rgb[out] = colors[color];
                rgb[out + 1] = colors[color + 1];
                rgb[out + 2] = colors[color + 2];
                out += 3;
            }
        };
    }

    private void copy(byte[] samples, int from) {
        System.arraycopy(samples, from, rgb, 0, rgb.length);
    }

    private void divideByAlpha(byte[] samples, int from) {
        int in = from;
        for (int out = 0; out < rgb.length; out += 3) {
            int alpha = samples[in + 3] & 0xff;
            for (int channel = 0; channel < 3; channel++) {
                int product = samples[in + channel] & 0xff;
                int color = alpha == 0 ? 0 : Math.min(OPAQUE, product * OPAQUE / alpha);
                rgb[out + channel] = (byte) color;
            }
            in += 4;
        }
    }

    private void print(byte[] samples, int from) {
        int in = from;
        for (int out = 0; out < rgb.length; out += 3) {
            int light = 255 - (samples[in + 3] & 0xff);
            for (int channel = 0; channel < 3; channel++) {
                rgb[out + channel] = (byte) Inks.light(samples[in + channel] & 0xff, light);
            }
            in += 4;
        }
    }
}
