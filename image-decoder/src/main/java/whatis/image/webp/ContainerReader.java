package whatis.image.webp;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import whatis.image.metadata.ExifOrientation;
import whatis.image.metadata.XmpOrientation;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;

/**
 * Reads the chunks of a WebP file as libwebp's demuxer does: all frames have to be in order, though the first one only is
 * kept.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP Container Specification</a>
 */
final class ContainerReader {

    private static final int ANIMATION_FLAG = 1 << 1;
    private static final int XMP_FLAG = 1 << 2;
    private static final int EXIF_FLAG = 1 << 3;
    private static final int ALPHA_FLAG = 1 << 4;
    private static final int ICC_FLAG = 1 << 5;
    private static final int KNOWN_FLAGS = ANIMATION_FLAG | XMP_FLAG | EXIF_FLAG | ALPHA_FLAG | ICC_FLAG;

    private static final int EXTENDED_HEADER_LENGTH = 10;
    private static final int ANIMATION_HEADER_LENGTH = 6;
    private static final int FRAME_HEADER_LENGTH = 16;
    private static final long MOST_PIXELS = (1L << 32) - 1;

    private final byte[] file;
    private final ChunkReader chunks;
    private final int flags;
    private final ImageSize canvas;
    private final FrameReader frames;
    private @Nullable Frame first;
    private boolean animationHeaderSeen;
    private @Nullable OptionalInt exifOrientation;
    private @Nullable OptionalInt xmpOrientation;

    private ContainerReader(byte[] file, ChunkReader chunks) {
        this.file = file;
        this.chunks = chunks;
        int from = chunks.from();
        if (chunks.to() - from != EXTENDED_HEADER_LENGTH) {
            throw new MalformedImageException("the extended header has another length");
        }
        this.flags = chunks.unsignedByte(from);
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw new MalformedImageException("the extended header has unknown flags");
        }
        this.canvas = size(from + 4);
        this.frames = new FrameReader(file, chunks, has(ANIMATION_FLAG) || has(ALPHA_FLAG));
        chunks.skip();
    }

    /** @throws MalformedImageException if the file is damaged */
    static Container read(byte[] file) {
        ChunkReader chunks = new ChunkReader(file);
        int type = chunks.type();
        if (type == ChunkReader.VP8X) {
            return new ContainerReader(file, chunks).readExtended();
        }
        Frame frame = new FrameReader(file, chunks, false).read(0, 0);
        if (frame == null || type == ChunkReader.ALPH) {
            throw new MalformedImageException("the file does not begin with a picture");
        }
        return new Container(frame.size(), frame, Orientation.NORMAL);
    }

    private Container readExtended() {
        do {
            readChunk();
        } while (chunks.hasChunk());
        if (first == null) {
            throw new MalformedImageException("there is no picture");
        }
        return new Container(canvas, first, orientation());
    }

    private void readChunk() {
        int type = chunks.type();
        if (type == ChunkReader.ANMF) {
            readAnimationFrame();
        } else if (type == ChunkReader.ALPH || type == ChunkReader.VP8 || type == ChunkReader.VP8L) {
            readStill();
        } else {
            readOther(type);
            chunks.skip();
        }
    }

    private void readOther(int type) {
        int from = chunks.from();
        int to = chunks.to();
        if (type == ChunkReader.VP8X) {
            throw new MalformedImageException("there are two extended headers");
        } else if (type == ChunkReader.ANIM) {
            if (chunks.paddedTo() - from < ANIMATION_HEADER_LENGTH) {
                throw new MalformedImageException("the header of the animation is cut short");
            }
            animationHeaderSeen = true;
        } else if (type == ChunkReader.EXIF && has(EXIF_FLAG) && exifOrientation == null) {
            exifOrientation = ExifOrientation.read(file, from, to);
        } else if (type == ChunkReader.XMP && has(XMP_FLAG) && xmpOrientation == null) {
            xmpOrientation = XmpOrientation.read(file, from, to);
        }
    }

    private void readStill() {
        Frame frame = frames.read(0, 0);
        if (has(ANIMATION_FLAG) || animationHeaderSeen || first != null || frame == null) {
            throw new MalformedImageException("there are several pictures, or one beside an animation");
        }
        if (!frame.size().equals(canvas)) {
            throw new MalformedImageException("the picture has another size than the header tells");
        }
        first = frame;
    }

    private void readAnimationFrame() {
        int from = chunks.from();
        int to = chunks.paddedTo();
        if (!animationHeaderSeen || to - from < FRAME_HEADER_LENGTH) {
            throw new MalformedImageException("a frame of the animation has no header");
        }
        int x = 2 * chunks.number24(from);
        int y = 2 * chunks.number24(from + 3);
        size(from + 6);
        chunks.moveTo(from + FRAME_HEADER_LENGTH);
        Frame frame = chunks.hasChunk() ? frames.read(x, y) : null;
        if (chunks.position() > to) {
            throw new MalformedImageException("a frame of the animation is longer than it tells");
        }
        if (frame == null || !has(ANIMATION_FLAG)) {
            return;
        }
        if (x + frame.size().width() > canvas.width() || y + frame.size().height() > canvas.height()) {
            throw new MalformedImageException("a frame of the animation reaches beyond the canvas");
        }
        if (first == null) {
            first = frame;
        }
    }

    private ImageSize size(int at) {
        ImageSize size = new ImageSize(1 + chunks.number24(at), 1 + chunks.number24(at + 3));
        if (size.pixels() > MOST_PIXELS) {
            throw new MalformedImageException("the canvas is larger than the format allows");
        }
        return size;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Returns the orientation in EXIF, or where that has none, the one in XMP. */
    private Orientation orientation() {
        OptionalInt exif = exifOrientation == null ? OptionalInt.empty() : exifOrientation;
        OptionalInt xmp = xmpOrientation == null ? OptionalInt.empty() : xmpOrientation;
        return Orientation.ofExif(exif.orElse(xmp.orElse(1)));
    }
}
