package whatis.classification.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;
import javax.imageio.IIOException;

/**
 * Turns the samples that a reader leaves into RGB bytes as Pillow does: palettes and grey expanded, alpha dropped. What
 * {@link BufferedImage} itself would convert comes out different for grey, palettes and CMYK.
 */
final class RgbConversion {

    private static final int[] BGR = {2, 1, 0};

    private RgbConversion() {}

    /**
     * Converts an image, whose own array may become the result.
     *
     * @throws IIOException if the samples have more than 16 bits
     */
    static RgbImage convert(BufferedImage image) throws IIOException {
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        byte[] rgb;
        if (colors instanceof IndexColorModel palette) {
            rgb = convertPixels(raster, expanding(palette));
        } else if (colors.getComponentSize(0) > Short.SIZE) {
            throw new IIOException(colors.getComponentSize(0) + " bits per sample");
        } else if (colors.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            rgb = convertPixels(raster, fromCmyk(colors));
        } else if (isInterleavedBytes(raster, colors)) {
            rgb = takeInterleaved(raster);
        } else {
            rgb = convertPixels(raster, fromGreyOrRgb(colors));
        }
        return new RgbImage(raster.getWidth(), raster.getHeight(), rgb);
    }

    private interface PixelConversion {

        void convert(int[] samples, int from, byte[] rgb, int to);
    }

    private static byte[] convertPixels(Raster raster, PixelConversion conversion) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        byte[] rgb = new byte[3 * width * raster.getHeight()];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int from = 0; from < row.length; from += bands) {
                conversion.convert(row, from, rgb, to);
                to += 3;
            }
        }
        return rgb;
    }

    private static PixelConversion expanding(IndexColorModel palette) {
        int[] colors = new int[Math.max(palette.getMapSize(), 1 << palette.getPixelSize())];
        palette.getRGBs(colors);
        return (samples, from, rgb, to) -> {
            int color = colors[samples[from]];
            rgb[to] = (byte) (color >> 16);
            rgb[to + 1] = (byte) (color >> 8);
            rgb[to + 2] = (byte) color;
        };
    }

    private static PixelConversion fromCmyk(ColorModel colors) {
        int bits = colors.getComponentSize(0);
        return (samples, from, rgb, to) -> Cmyk.toRgb(
                toEightBits(samples[from], bits),
                toEightBits(samples[from + 1], bits),
                toEightBits(samples[from + 2], bits),
                toEightBits(samples[from + 3], bits),
                rgb,
                to);
    }

    private static PixelConversion fromGreyOrRgb(ColorModel colors) {
        int[] bits = colors.getComponentSize();
        boolean grey = bits.length < 3;
        return (samples, from, rgb, to) -> {
            for (int color = 0; color < 3; color++) {
                int band = grey ? 0 : color;
                rgb[to + color] = (byte) toEightBits(samples[from + band], bits[band]);
            }
        };
    }

    /** Spreads few bits over the whole range and cuts the low ones of many, as Pillow does. */
    private static int toEightBits(int sample, int bits) {
        return bits <= Byte.SIZE ? sample * 255 / ((1 << bits) - 1) : sample >> (bits - Byte.SIZE);
    }

    private static boolean isInterleavedBytes(Raster raster, ColorModel colors) {
        return raster.getSampleModel() instanceof PixelInterleavedSampleModel
                && raster.getDataBuffer() instanceof DataBufferByte
                && raster.getParent() == null
                && colors.getComponentSize(0) == Byte.SIZE;
    }

    private static byte[] takeInterleaved(Raster raster) {
        PixelInterleavedSampleModel layout = (PixelInterleavedSampleModel) raster.getSampleModel();
        byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
        int[] bands = layout.getBandOffsets();
        int length = 3 * raster.getWidth() * raster.getHeight();
        if (Arrays.equals(bands, BGR) && samples.length == length) {
            return reverse(samples);
        }
        byte[] rgb = new byte[length];
        boolean grey = bands.length < 3;
        int red = bands[0];
        int green = bands[grey ? 0 : 1];
        int blue = bands[grey ? 0 : 2];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            int from = y * layout.getScanlineStride();
            for (int x = 0; x < raster.getWidth(); x++) {
                rgb[to] = samples[from + red];
                rgb[to + 1] = samples[from + green];
                rgb[to + 2] = samples[from + blue];
                from += layout.getPixelStride();
                to += 3;
            }
        }
        return rgb;
    }

    /** Swaps blue and red in place; nearly all images come so, and the largest ones need the memory. */
    private static byte[] reverse(byte[] bgr) {
        for (int i = 0; i < bgr.length; i += 3) {
            byte blue = bgr[i];
            bgr[i] = bgr[i + 2];
            bgr[i + 2] = blue;
        }
        return bgr;
    }
}
