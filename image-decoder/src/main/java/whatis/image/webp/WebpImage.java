package whatis.image.webp;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;
import whatis.image.raster.RowSource;
import whatis.image.webp.lossless.LosslessDecoder;
import whatis.image.webp.lossy.LossyDecoder;

/**
 * A WebP file, read up to its pixels. These equal those of Pillow 13 with libwebp 1.6 on x86-64: colours that alpha hides
 * are kept, and the first frame of an animation stands on black. What Pillow refuses is refused, but for damage of what
 * doesn't show: compressed alpha, which isn't read, and EXIF.
 */
public final class WebpImage implements RowSource {

    private final byte[] file;
    private final Container container;

    private WebpImage(byte[] file, Container container) {
        this.file = file;
        this.container = container;
    }

    /**
     * Reads the header.
     *
     * @param file bytes that begin like a WebP file; not copied
     * @throws MalformedImageException if the header is damaged
     */
    public static WebpImage open(byte[] file) {
        return new WebpImage(file, ContainerReader.read(file));
    }

    @Override
    public ImageSize size() {
        return container.canvas();
    }

    @Override
    public Orientation orientation() {
        return container.orientation();
    }

    @Override
    public long memory() {
        Frame frame = container.frame();
        long decoding = frame.lossless()
                ? LosslessDecoder.memory(frame.size(), frame.to() - frame.from())
                : LossyDecoder.memory(frame.size());
        long rows = 3L * RgbImage.CHANNELS * size().width();
        return file.length + decoding + rows;
    }

    @Override
    public void decode(RowSink rows, DecodeBudget budget) {
        if (container.frame().size().equals(size())) {
            decodeFrame(rows, budget);
        } else {
            CanvasRows canvas = new CanvasRows(size(), container.frame(), rows, budget);
            decodeFrame(canvas, budget);
            canvas.end();
        }
    }

    private void decodeFrame(RowSink rows, DecodeBudget budget) {
        Frame frame = container.frame();
        if (frame.lossless()) {
            byte[] rgb = new byte[RgbImage.CHANNELS * frame.size().width()];
            LosslessDecoder.decode(
                    file,
                    frame.from(),
                    frame.to(),
                    (y, argb) -> {
                        store(argb, rgb);
                        rows.row(y, rgb);
                    },
                    budget);
        } else {
            LossyDecoder.decode(file, frame.from(), frame.to(), rows, budget);
        }
    }

    private static void store(int[] argb, byte[] rgb) {
        int out = 0;
        for (int pixel = 0; out < rgb.length; pixel++) {
            rgb[out] = (byte) (argb[pixel] >> 16);
            rgb[out + 1] = (byte) (argb[pixel] >> 8);
            rgb[out + 2] = (byte) argb[pixel];
            out += RgbImage.CHANNELS;
        }
    }
}
