package whatis.image.gif;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Palette;

/** Reads a file up to the pixels of its first frame. Takes liberties with the format wherever Pillow does. */
final class HeaderParser {

    private static final int SIGNATURE_LENGTH = 6;
    private static final int IMAGE = ',';
    private static final int EXTENSION = '!';
    private static final int TRAILER = ';';
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;
    private static final byte[] ANIMATION = "NETSCAPE2.0".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] file;
    private int position = SIGNATURE_LENGTH;
    private int hiddenSample = -1;

    private HeaderParser(byte[] file) {
        this.file = file;
    }

    static FirstFrame parse(byte[] file) {
        return new HeaderParser(file).firstFrame();
    }

    private FirstFrame firstFrame() {
        int width = unsignedShort();
        int height = unsignedShort();
        int flags = unsignedByte();
        skip(2);
        Palette global = hasPalette(flags) ? palette(flags) : null;
        skipToFrame();
        int left = unsignedShort();
        int top = unsignedShort();
        int frameWidth = unsignedShort();
        int frameHeight = unsignedShort();
        flags = unsignedByte();
        boolean hasLocal = hasPalette(flags);
        Palette local = hasLocal ? palette(flags) : null;
        int literalBits = unsignedByte();
        if (frameWidth == 0 || frameHeight == 0) {
            throw new MalformedImageException("the frame is empty");
        }
        if (literalBits > LzwDecoder.MAX_BITS) {
            throw new MalformedImageException("samples of " + literalBits + " bits");
        }
        // The global palette counts where the local one is in vain, but only for what is to be seen.
        Palette seen = orGreys(local == null ? global : local);
        Palette hiding = orGreys(hasLocal ? local : global);
        return new FirstFrame(
                new ImageSize(Math.max(width, left + frameWidth), Math.max(height, top + frameHeight)),
                new ImageSize(frameWidth, frameHeight),
                left,
                top,
                (flags & 0x40) != 0,
                seen,
                Math.max(0, hiddenSample),
                hiddenSample < 0 ? FirstFrame.NOTHING_HIDDEN : hiding.color(hiddenSample),
                literalBits,
                position);
    }

    private static boolean hasPalette(int flags) {
        return (flags & 0x80) != 0;
    }

    private static Palette orGreys(@Nullable Palette palette) {
        return palette == null ? Palette.ofGreys() : palette;
    }

    /** Returns nothing if each colour is the grey of its number, which also tells what the colours left out are. */
    private @Nullable Palette palette(int flags) {
        Palette palette = new Palette();
        boolean grey = true;
        for (int sample = 0; sample < 2 << (flags & 7); sample++) {
            palette.set(sample, unsignedByte(), unsignedByte(), unsignedByte());
            grey &= palette.color(sample) == sample * 0x010101;
        }
        return grey ? null : palette;
    }

    /** Passes over all that is neither a frame nor the end. */
    private void skipToFrame() {
        for (int introducer = unsignedByte(); introducer != IMAGE; introducer = unsignedByte()) {
            if (introducer == TRAILER) {
                throw new MalformedImageException("there is no frame up to the trailer at byte " + position);
            }
            if (introducer == EXTENSION) {
                readExtension();
            }
        }
    }

    /** An extension without a first block ends after the second end of blocks, unless it is a comment. */
    private void readExtension() {
        int label = unsignedByte();
        int start = position + 1;
        int length = skipBlock();
        if (label == GRAPHIC_CONTROL && length > 0) {
            readGraphicControl(start, length);
        }
        if (label == APPLICATION && length >= ANIMATION.length && isAnimation(start)) {
            skipBlock();
        }
        if (label != COMMENT || length > 0) {
            skipBlocks();
        }
    }

    private boolean isAnimation(int start) {
        return Arrays.equals(file, start, start + ANIMATION.length, ANIMATION, 0, ANIMATION.length);
    }

    private void readGraphicControl(int start, int length) {
        boolean hides = (file[start] & 1) != 0;
        if (length < (hides ? 4 : 3)) {
            throw new MalformedImageException("a graphic control of " + length + " bytes");
        }
        if (hides) {
            hiddenSample = file[start + 3] & 0xff;
        }
    }

    private void skipBlocks() {
        while (skipBlock() > 0) {
            // The end of blocks is an empty one.
        }
    }

    private int skipBlock() {
        int length = unsignedByte();
        skip(length);
        return length;
    }

    private void skip(int length) {
        if (length > file.length - position) {
            throw cutShort();
        }
        position += length;
    }

    private int unsignedShort() {
        return unsignedByte() | unsignedByte() << 8;
    }

    private int unsignedByte() {
        if (position >= file.length) {
            throw cutShort();
        }
        return file[position++] & 0xff;
    }

    private static MalformedImageException cutShort() {
        return new MalformedImageException("the file ends before there is a frame");
    }
}
