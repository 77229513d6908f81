package whatis.image.png;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import whatis.image.metadata.ExifOrientation;
import whatis.image.metadata.RawProfile;
import whatis.image.metadata.XmpOrientation;
import whatis.image.raster.Orientation;

/** Finds the chunks that may tell the orientation; of those of a kind, the last one counts, and only that is read. */
final class OrientationChunks {

    private static final String EXIF_KEY = "exif";
    private static final String XMP_KEY = "XML:com.adobe.xmp";

    /** Longer keys are none of those looked for. */
    private static final int MAX_KEY_LENGTH = 79;

    /** What grows to hold an inflated text, the text, and what is made of it. */
    private static final long COPIES = 6;

    private final byte[] file;
    private @Nullable Text exif;
    private @Nullable Text rawProfile;
    private @Nullable Text xmp;
    private long memory;

    OrientationChunks(byte[] file) {
        this.file = file;
    }

    /** Looks at a chunk whose data are all there. */
    void read(ChunkReader chunk) {
        int type = chunk.type();
        if (type == ChunkType.EXIF) {
            exif = new Text(file, chunk.start(), chunk.end(), false);
        } else if (type == ChunkType.TEXT || type == ChunkType.ZTXT || type == ChunkType.ITXT) {
            int keyEnd = zero(chunk.start(), Math.min(chunk.end(), chunk.start() + MAX_KEY_LENGTH + 1));
            if (keyEnd >= 0) {
                String key = new String(file, chunk.start(), keyEnd - chunk.start(), StandardCharsets.ISO_8859_1);
                readText(key, type, keyEnd + 1, chunk.end());
            }
        }
    }

    private void readText(String key, int type, int start, int end) {
        if (key.equals(EXIF_KEY) && type == ChunkType.TEXT) {
            exif = new Text(file, start, end, false);
        } else if (key.equals(RawProfile.EXIF_KEY)) {
            rawProfile = text(type, start, end, rawProfile);
        } else if (key.equals(XMP_KEY)) {
            xmp = text(type, start, end, xmp);
        }
    }

    /** Returns what follows a key; what was found before if the chunk is broken. */
    private @Nullable Text text(int type, int start, int end, @Nullable Text before) {
        if (type == ChunkType.TEXT) {
            return new Text(file, start, end, false);
        }
        if (type == ChunkType.ZTXT) {
            return new Text(file, Math.min(start + 1, end), end, true);
        }
        if (end - start < 2 || file[start] != 0 && file[start + 1] != 0) {
            return before;
        }
        int languageEnd = zero(start + 2, end);
        int translationEnd = languageEnd < 0 ? -1 : zero(languageEnd + 1, end);
        return translationEnd < 0 ? before : new Text(file, translationEnd + 1, end, file[start] != 0);
    }

    /** Returns where the first zero in bytes [from, to) is; -1 if there is none. */
    private int zero(int from, int to) {
        for (int position = from; position < to; position++) {
            if (file[position] == 0) {
                return position;
            }
        }
        return -1;
    }

    /** Returns the orientation in EXIF, or where that has none, the one in XMP. */
    Orientation orientation() {
        OptionalInt value = exifOrientation();
        if (value.isEmpty() && xmp != null) {
            Text text = inflated(xmp);
            value = XmpOrientation.read(text.bytes(), text.from(), text.to());
        }
        return Orientation.ofExif(value.orElse(1));
    }

    private OptionalInt exifOrientation() {
        if (exif != null) {
            return ExifOrientation.read(exif.bytes(), exif.from(), exif.to());
        }
        if (rawProfile != null) {
            Text text = inflated(rawProfile);
            byte[] bytes = RawProfile.bytes(text.bytes(), text.from(), text.to());
            return ExifOrientation.read(bytes, 0, bytes.length);
        }
        return OptionalInt.empty();
    }

    private Text inflated(Text text) {
        Text inflated = text.inflated();
        memory += COPIES * inflated.length();
        return inflated;
    }

    /** Returns how many bytes it took to find the orientation. */
    long memory() {
        return memory;
    }
}
