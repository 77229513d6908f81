package whatis.classification.image;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;

/**
 * A JPEG file. Its reader gets only the segments that tell how to decode: a colour profile would change the pixels, and
 * thumbnails, comments and the like are only more to trip over.
 */
final class JpegContainer implements ImageContainer {

    static final int SOS = 0xda;

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;

    /** Far more than any encoder writes. */
    private static final int MAX_SCANS = 64;

    private static final int TRANSFORM_YCCK = 2;

    private final byte[] bytes;
    private Orientation orientation = Orientation.NORMAL;
    private int components;
    private int adobeTransform;
    private int scans;
    private boolean buffered;
    private boolean complete;

    JpegContainer(byte[] encoded) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(encoded.length);
        int copied = 0;
        int marker = findMarker(encoded, 0);
        while (marker >= 0 && !complete) {
            int code = encoded[marker + 1] & 0xff;
            complete = code == EOI;
            int end = marker + 2;
            if (code != EOI && code != SOI) {
                int start = end + 2;
                end = Math.min(encoded.length, end + unsignedShort(encoded, end));
                if (code == SOS) {
                    buffered |= start < encoded.length && encoded[start] != components;
                    scans++;
                } else if (scans == 0 && !readSegment(code, encoded, start, end)) {
                    kept.write(encoded, copied, marker - copied);
                    copied = end;
                }
            }
            marker = findMarker(encoded, end);
        }
        kept.write(encoded, copied, encoded.length - copied);
        bytes = copied == 0 ? encoded : kept.toByteArray();
    }

    /** Returns where the next marker is that is neither stuffing nor a restart, or -1. */
    private static int findMarker(byte[] encoded, int from) {
        for (int i = from; i + 1 < encoded.length; i++) {
            if (encoded[i] == (byte) 0xff) {
                int code = encoded[i + 1] & 0xff;
                boolean restart = code >= 0xd0 && code <= 0xd7;
                if (code > 1 && code < 0xff && !restart) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static int unsignedShort(byte[] encoded, int at) {
        return at + 1 < encoded.length ? (encoded[at] & 0xff) << 8 | encoded[at + 1] & 0xff : 2;
    }

    /** Takes what counts here from a segment, and tells whether the reader needs it. */
    private boolean readSegment(int code, byte[] encoded, int start, int end) {
        if (code == APP1 && orientation == Orientation.NORMAL && ExifOrientation.hasPrefix(encoded, start, end)) {
            orientation = ExifOrientation.read(encoded, start, end);
        }
        boolean adobe = code == APP14 && end - start >= 12 && beginsWith("Adobe", encoded, start);
        if (adobe) {
            adobeTransform = encoded[start + 11];
        }
        if (isStartOfFrame(code) && end - start >= 6) {
            components = encoded[start + 5];
            buffered = isProgressive(code);
        }
        boolean jfif = code == APP0 && beginsWith("JFIF\0", encoded, start);
        return jfif || adobe || code != COM && (code < APP0 || code > APP15);
    }

    static boolean isStartOfFrame(int code) {
        return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
    }

    private static boolean isProgressive(int code) {
        return (code & 3) == 2;
    }

    private static boolean beginsWith(String identifier, byte[] encoded, int start) {
        byte[] expected = identifier.getBytes(StandardCharsets.US_ASCII);
        int end = Math.min(encoded.length, start + expected.length);
        return Arrays.equals(encoded, start, end, expected, 0, expected.length);
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void check(ImageSize size, ImageLimits limits) {
        limits.checkScans(scans, size, MAX_SCANS);
    }

    /** Where a scan is not the whole image, libjpeg keeps all coefficients, two bytes each, until the last one. */
    @Override
    public long memory(ImageReader reader) throws IOException {
        int stored = components == 3 ? 3 : components + RgbImage.CHANNELS;
        int decoding = buffered ? components * (1 + Short.BYTES) : 0;
        return BUFFERS
                + (long) reader.getWidth(0)
                        * (BYTES_PER_COLUMN + (long) reader.getHeight(0) * Math.max(stored, decoding));
    }

    @Override
    public RgbImage read(ImageReader reader, DecodeBudget budget) throws IOException {
        if (!complete) {
            throw new EOFException("no EOI marker");
        }
        return switch (components) {
            case 1, 3 -> ImageContainer.super.read(reader, budget);
            case 4 -> inks().convert(reader.readRaster(0, null), budget);
            default -> throw new IIOException(components + " components");
        };
    }

    private PixelConversion inks() {
        return adobeTransform == TRANSFORM_YCCK ? Cmyk::convertYcck : Cmyk::convertInverted;
    }

    @Override
    public Orientation orientation() {
        return orientation;
    }
}
