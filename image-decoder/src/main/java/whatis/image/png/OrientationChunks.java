package whatis.image.png;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import whatis.image.metadata.ExifOrientation;
import whatis.image.metadata.RawProfile;
import whatis.image.metadata.XmpOrientation;
import whatis.image.raster.Orientation;

/** Finds the chunks that may tell the orientation; of those of a kind, the last one counts, and only that is inflated. */
final class OrientationChunks {

    private static final byte[] EXIF_KEY = key("exif");
    private static final byte[] RAW_PROFILE_KEY = key(RawProfile.EXIF_KEY);
    private static final byte[] XMP_KEY = key("XML:com.adobe.xmp");

    /** A mebibyte, as much as Pillow takes. */
    private static final int MAX_LENGTH = 1 << 20;

    /** What grows to hold an inflated text, the text, and what is made of it. */
    private static final long COPIES = 6;

    private @Nullable Content exif;
    private @Nullable Content rawProfile;
    private @Nullable Content xmp;
    private long memory;

    /** What follows the key of a text. */
    private record Content(Bytes bytes, boolean deflated) {}

    private static byte[] key(String name) {
        return (name + '\0').getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Looks at a chunk whose data are all there. */
    void read(ChunkReader chunk) {
        int type = chunk.type();
        if (type == ChunkType.EXIF) {
            exif = new Content(chunk.data(), false);
        } else if (type == ChunkType.TEXT || type == ChunkType.ZTXT || type == ChunkType.ITXT) {
            Bytes data = chunk.data();
            if (data.beginsWith(EXIF_KEY) && type == ChunkType.TEXT) {
                exif = new Content(data.skip(EXIF_KEY.length), false);
            } else if (data.beginsWith(RAW_PROFILE_KEY)) {
                rawProfile = content(type, data.skip(RAW_PROFILE_KEY.length));
            } else if (data.beginsWith(XMP_KEY)) {
                xmp = content(type, data.skip(XMP_KEY.length));
            }
        }
    }

    /** Parses what follows a key: in zTXt a method; in iTXt a flag, a method, a language and a translated key. */
    private static Content content(int type, Bytes data) {
        if (type == ChunkType.TEXT) {
            return new Content(data, false);
        }
        if (type == ChunkType.ZTXT) {
            return new Content(data.skip(1), true);
        }
        boolean deflated = data.length() > 0 && data.at(0) != 0;
        return new Content(data.skip(2).afterZero().afterZero(), deflated);
    }

    /** Returns the orientation in EXIF, or where that has none, the one in XMP. */
    Orientation orientation() {
        OptionalInt value = exifOrientation();
        if (value.isEmpty() && xmp != null) {
            Bytes text = plain(xmp);
            value = XmpOrientation.read(text.array(), text.from(), text.to());
        }
        return Orientation.ofExif(value.orElse(1));
    }

    private OptionalInt exifOrientation() {
        if (exif != null) {
            Bytes data = plain(exif);
            return ExifOrientation.read(data.array(), data.from(), data.to());
        }
        if (rawProfile != null) {
            Bytes text = plain(rawProfile);
            byte[] data = RawProfile.bytes(text.array(), text.from(), text.to());
            return ExifOrientation.read(data, 0, data.length);
        }
        return OptionalInt.empty();
    }

    private Bytes plain(Content content) {
        Bytes bytes = content.deflated() ? content.bytes().inflated(MAX_LENGTH) : content.bytes();
        memory += COPIES * bytes.length();
        return bytes;
    }

    /** Returns how many bytes it took to find the orientation. */
    long memory() {
        return memory;
    }
}
