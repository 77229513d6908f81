package whatis.classification.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;

/** A BMP file. */
record BmpContainer(byte[] bytes) implements ImageContainer {

    private static final int PIXEL_OFFSET = 10;
    private static final int HEADER_LENGTH = 14;
    private static final int COMPRESSION = 30;
    private static final int LENGTH_OF_CORE_HEADER = 12;
    private static final int JPEG = 4;
    private static final int PNG = 5;

    /**
     * {@inheritDoc}
     *
     * @throws IIOException if the file holds another one, whose size the header does not tell and which only printers
     *     know, or if its pixels begin behind its end, where the reader would make room for a palette that long
     */
    @Override
    public ImageSize size(ImageReader reader) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (Integer.compareUnsigned(file.getInt(PIXEL_OFFSET), bytes.length) > 0) {
            throw new IIOException("pixels behind the end");
        }
        if (file.getInt(HEADER_LENGTH) != LENGTH_OF_CORE_HEADER) {
            int compression = file.getInt(COMPRESSION);
            if (compression == JPEG || compression == PNG) {
                throw new IIOException("compression " + compression);
            }
        }
        return ImageContainer.super.size(reader);
    }
}
