package whatis.classification.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.Arrays;
import javax.imageio.ImageTypeSpecifier;

/**
 * Turns what a reader leaves into RGB as Pillow does: palettes and grey expanded, alpha dropped. What
 * {@link BufferedImage} itself would convert comes out different for grey, palettes and CMYK.
 */
final class RgbConversion {

    private static final int[] BGR = {2, 1, 0};

    private RgbConversion() {}

    /** Returns how many bytes a pixel of this type takes while an image is converted: what is stored and the result. */
    static int bytesPerPixel(ImageTypeSpecifier stored) {
        SampleModel samples = stored.getSampleModel();
        if (isReversed(samples)) {
            return RgbImage.CHANNELS;
        }
        int elementBytes = DataBuffer.getDataTypeSize(samples.getDataType()) / Byte.SIZE;
        return samples.getNumDataElements() * elementBytes + RgbImage.CHANNELS;
    }

    /** Converts an image, whose own array may become the result. */
    static RgbImage convert(BufferedImage image, DecodeBudget budget) {
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel palette) {
            return expanding(palette).convert(raster, budget);
        }
        if (isReversed(raster)) {
            return new RgbImage(image.getWidth(), image.getHeight(), reverse(raster));
        }
        return scaling(colors, conversion(colors)).convert(raster, budget);
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

    private static PixelConversion conversion(ColorModel colors) {
        if (colors.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            return Cmyk::convert;
        }
        int next = colors.getNumComponents() < 3 ? 0 : 1;
        return (samples, from, rgb, to) -> {
            rgb[to] = (byte) samples[from];
            rgb[to + 1] = (byte) samples[from + next];
            rgb[to + 2] = (byte) samples[from + 2 * next];
        };
    }

    /** Brings samples to eight bits before they are converted: few bits are spread, the low ones of many cut. */
    private static PixelConversion scaling(ColorModel colors, PixelConversion conversion) {
        int[] bits = colors.getComponentSize();
        if (Arrays.stream(bits).allMatch(size -> size == Byte.SIZE)) {
            return conversion;
        }
        return (samples, from, rgb, to) -> {
            for (int band = 0; band < bits.length; band++) {
                int sample = samples[from + band];
                samples[from + band] = bits[band] > Byte.SIZE
                        ? sample >> (bits[band] - Byte.SIZE)
                        : sample * 255 / ((1 << bits[band]) - 1);
            }
            conversion.convert(samples, from, rgb, to);
        };
    }

    /** Tells whether a pixel is a blue, a green and a red byte, as nearly all images come. */
    private static boolean isReversed(SampleModel samples) {
        return samples.getDataType() == DataBuffer.TYPE_BYTE
                && samples instanceof PixelInterleavedSampleModel layout
                && Arrays.equals(layout.getBandOffsets(), BGR);
    }

    private static boolean isReversed(Raster raster) {
        return isReversed(raster.getSampleModel())
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getData().length == 3 * raster.getWidth() * raster.getHeight();
    }

    /** Swaps in place: the largest images need the memory. */
    private static byte[] reverse(Raster raster) {
        byte[] pixels = ((DataBufferByte) raster.getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i += 3) {
            byte blue = pixels[i];
            pixels[i] = pixels[i + 2];
            pixels[i + 2] = blue;
        }
        return pixels;
    }
}
