package whatis.classification.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * A WebP file, which is read without its colour profile and what alpha comes apart from the colours. Of several pictures
 * only the first is read, which may cover only a part of the canvas.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP Container Specification</a>
 */
final class WebPContainer implements ImageContainer {

    private static final int RIFF_HEADER_LENGTH = 12;
    private static final int CHUNK_HEADER_LENGTH = 8;
    private static final int FRAME_HEADER_LENGTH = 16;
    private static final int PROFILE_FLAG = 0x20;
    private static final int ALPHA_FLAG = 0x10;

    /**
     * What the reader takes for the 2,600 groups of code tables that libwebp's encoder makes at most, 5.5 KB each. The
     * format allows 65,536, in a file of 164 KB, and nothing in the header tells how many there are.
     */
    private static final int MAX_TABLES = 16 << 20;

    private final byte[] bytes;
    private final ByteBuffer file;
    private Orientation orientation = Orientation.NORMAL;
    private @Nullable ImageSize canvas;
    private @Nullable ImageSize bitstream;
    private int flags;
    private boolean lossy;
    private boolean animated;
    private int left;
    private int top;

    WebPContainer(byte[] encoded) {
        bytes = encoded.clone();
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        readChunks(RIFF_HEADER_LENGTH, bytes.length);
    }

    private void readChunks(int from, int to) {
        int position = from;
        while (position <= to - CHUNK_HEADER_LENGTH) {
            int start = position + CHUNK_HEADER_LENGTH;
            int length = file.getInt(position + 4);
            if (length < 0 || length > to - start) {
                hide(position);
                return;
            }
            readChunk(position, start, start + length);
            position = start + length + (length & 1);
        }
    }

    private void readChunk(int position, int start, int end) {
        switch (fourCharacters(position)) {
            case "VP8X" -> {
                bytes[start] &= ~PROFILE_FLAG;
                flags = start;
                canvas = new ImageSize(1 + unsigned24(start + 4), 1 + unsigned24(start + 7));
            }
            case "ICCP" -> hide(position);
            case "ALPH" -> {
                hide(position);
                bytes[flags] &= ~ALPHA_FLAG;
            }
            case "EXIF" -> orientation = ExifOrientation.read(bytes, start, end);
            case "ANMF" -> {
                if (!animated) {
                    animated = true;
                    left = 2 * unsigned24(start);
                    top = 2 * unsigned24(start + 3);
                    readChunks(start + FRAME_HEADER_LENGTH, end);
                }
            }
            case "VP8 " -> {
                lossy = true;
                readBitstream(position, file.getShort(start + 6) & 0x3fff, file.getShort(start + 8) & 0x3fff);
            }
            case "VP8L" -> {
                int sizes = file.getInt(start + 1);
                readBitstream(position, 1 + (sizes & 0x3fff), 1 + (sizes >> 14 & 0x3fff));
            }
            default -> {}
        }
    }

    private void readBitstream(int position, int width, int height) {
        if (bitstream == null) {
            bitstream = new ImageSize(width, height);
        } else {
            hide(position);
        }
    }

    /** Gives a chunk a name that no reader knows. */
    private void hide(int position) {
        bytes[position] = 'x';
    }

    private String fourCharacters(int position) {
        return new String(bytes, position, 4, StandardCharsets.ISO_8859_1);
    }

    private int unsigned24(int at) {
        return Short.toUnsignedInt(file.getShort(at)) | (bytes[at + 2] & 0xff) << 16;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public ImageSize size(ImageReader reader) throws IOException {
        if (file.getInt(4) > bytes.length - CHUNK_HEADER_LENGTH) {
            throw new EOFException("the file is shorter than it says");
        }
        ImageSize frame = ImageContainer.super.size(reader);
        if (!frame.equals(bitstream)) {
            throw new IIOException("container says " + frame + ", bitstream " + bitstream);
        }
        if (canvas == null) {
            return frame;
        }
        if (left + frame.width() > canvas.width() || top + frame.height() > canvas.height()) {
            throw new IIOException("the frame leaves the canvas");
        }
        return canvas;
    }

    @Override
    public long memory(ImageReader reader) throws IOException {
        return (lossy ? 0 : MAX_TABLES)
                + ImageContainer.super.memory(reader)
                + RgbImage.CHANNELS * size(reader).pixels();
    }

    @Override
    public RgbImage read(ImageReader reader, DecodeBudget budget) throws IOException {
        if (!lossy) {
            budget.limitMemory(2 * memory(reader));
        }
        return ImageContainer.super.read(reader, budget).placedOn(size(reader), left, top, 0);
    }

    @Override
    public Orientation orientation() {
        return orientation;
    }
}
