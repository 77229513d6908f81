package whatis.image.png;

import org.jspecify.annotations.Nullable;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;

/** What the chunks of APNG say as far as they change how Pillow reads the first picture. */
final class Animation {

    private static final long MAX_FRAMES = 0x80000000L;

    /** Zero where there is no animation. */
    private long frames;

    private long sequence = -1;
    private @Nullable Frame frame;

    /** Reads acTL; a second one ends the animation. */
    void readControl(ChunkReader chunk) {
        long declared = Integer.toUnsignedLong(chunk.intAt(0));
        frames = frames > 0 || declared > MAX_FRAMES ? 0 : declared;
    }

    /** Reads fcTL. */
    void readFrame(ChunkReader chunk, @Nullable ImageSize picture) {
        readSequence(chunk);
        long width = Integer.toUnsignedLong(chunk.intAt(4));
        long height = Integer.toUnsignedLong(chunk.intAt(8));
        long x = Integer.toUnsignedLong(chunk.intAt(12));
        long y = Integer.toUnsignedLong(chunk.intAt(16));
        if (picture == null || x + width > picture.width() || y + height > picture.height()) {
            throw new MalformedImageException("a frame lies outside of the picture");
        }
        frame = new Frame((int) x, (int) y, (int) width, (int) height);
    }

    /** Reads the number that fcTL and fdAT begin with. */
    void readSequence(ChunkReader chunk) {
        long number = Integer.toUnsignedLong(chunk.intAt(0));
        if (number != sequence + 1 || sequence < 0 && chunk.type() == ChunkType.FDAT) {
            throw new MalformedImageException("the frames of an animation are out of order");
        }
        sequence = number;
    }

    /** Returns where the data go that come next. An interlaced frame goes to the top left wherever it belongs, as in Pillow. */
    Frame frame(ImageSize picture, boolean interlaced) {
        if (frame == null) {
            return Frame.of(picture);
        }
        if (frame.width() == 0 || frame.height() == 0) {
            throw new MalformedImageException("a frame has no pixels");
        }
        return interlaced ? new Frame(0, 0, frame.width(), frame.height()) : frame;
    }

    /** Tells, once data come, whether there are several pictures: a default one may not belong to the animation. */
    boolean hasSeveral() {
        return frames > 0 && (frame == null || frames > 1);
    }
}
