package whatis.image.jpeg;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import whatis.image.metadata.ExifOrientation;
import whatis.image.metadata.XmpOrientation;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;

/** Reads the segments between scans, and keeps what they say. */
final class SegmentParser {

    private static final String JFIF = "JFIF\0";
    private static final int JFIF_LENGTH = 14;
    private static final String ADOBE = "Adobe";
    private static final int ADOBE_LENGTH = 12;
    private static final int ADOBE_TRANSFORM = 11;
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private final byte[] file;
    private final MarkerReader markers;
    private final DecoderTables tables = new DecoderTables();
    private @Nullable FrameHeader frame;
    private boolean jfif;
    private int adobeTransform = -1;
    private OptionalInt exifOrientation = OptionalInt.empty();
    private OptionalInt xmpOrientation = OptionalInt.empty();

    /** @param file a file that begins with the first marker of a JPEG, SOI */
    SegmentParser(byte[] file) {
        this.file = file;
        this.markers = new MarkerReader(file);
        markers.next();
    }

    /**
     * Reads on to the next scan.
     *
     * @return its header; null at the end of the image
     */
    @Nullable
    ScanHeader nextScan() {
        while (true) {
            int marker = markers.next();
            switch (marker) {
                case Marker.EOI -> {
                    return null;
                }
                case Marker.NONE -> throw new MalformedImageException("the file ends without an end of image");
                case Marker.SOS -> {
                    return ScanHeader.read(markers.segment(), frame());
                }
                default -> read(marker);
            }
        }
    }

    /**
     * Reads what follows the only scan of a sequential picture. Its pixels are all there by then, so that its end may be
     * missing; but Pillow has libjpeg look at the rest of the piece of the file that it holds, and refuses what is wrong.
     *
     * @param end where that piece ends
     */
    void readRest(int position, int end) {
        markers.moveTo(position);
        markers.endAt(end);
        while (true) {
            int marker = markers.next();
            if (marker == Marker.EOI || marker == Marker.NONE) {
                return;
            }
            if (marker == Marker.SOS) {
                throw new MalformedImageException("there is another scan after the one that has all components");
            }
            if (isKnown(marker) && !isAlone(marker) && !Marker.isStartOfFrame(marker) && !markers.hasSegment()) {
                return;
            }
            read(marker);
        }
    }

    private static boolean isKnown(int marker) {
        return isAlone(marker)
                || marker >= Marker.SOF0 && marker <= Marker.DRI && marker != Marker.JPG && marker != Marker.SOI
                || marker >= Marker.APP0 && marker <= Marker.APP15
                || marker == Marker.COM;
    }

    private static boolean isAlone(int marker) {
        return marker == Marker.TEM || Marker.isRestart(marker);
    }

    private void read(int marker) {
        if (isAlone(marker)) {
            return;
        }
        if (Marker.isStartOfFrame(marker)) {
            if (frame != null) {
                throw new MalformedImageException("there is a second frame");
            }
            frame = FrameHeader.read(marker, markers.segment());
            return;
        }
        switch (marker) {
            case Marker.DHT -> tables.readHuffman(markers.segment());
            case Marker.DQT -> tables.readQuantization(markers.segment());
            case Marker.DRI -> tables.readRestartInterval(markers.segment());
            case Marker.DAC, Marker.DNL -> markers.optionalSegment();
            default -> {
                if (!isKnown(marker)) {
                    throw new MalformedImageException("there is a marker 0x" + Integer.toHexString(marker));
                }
                readApplicationData(marker, markers.optionalSegment());
            }
        }
    }

    private void readApplicationData(int marker, Bytes segment) {
        if (marker == Marker.APP0 && segment.remaining() >= JFIF_LENGTH && segment.beginsWith(JFIF)) {
            jfif = true;
        } else if (marker == Marker.APP14 && segment.remaining() >= ADOBE_LENGTH && segment.beginsWith(ADOBE)) {
            adobeTransform = segment.peek(ADOBE_TRANSFORM);
        } else if (marker == Marker.APP1 && ExifOrientation.hasPrefix(file, segment.position(), segment.end())) {
            if (exifOrientation.isEmpty()) {
                exifOrientation = ExifOrientation.read(file, segment.position(), segment.end());
            }
        } else if (marker == Marker.APP1 && segment.beginsWith(XMP)) {
            xmpOrientation = XmpOrientation.read(file, segment.position(), segment.end());
        }
    }

    /** Returns the frame header, without which there are no scans. */
    FrameHeader frame() {
        if (frame == null) {
            throw new MalformedImageException("there is no frame before the first scan");
        }
        return frame;
    }

    DecoderTables tables() {
        return tables;
    }

    ColorModel colors() {
        return ColorModel.of(frame(), jfif, adobeTransform);
    }

    /** Returns the orientation in EXIF, or where that has none, the one in XMP. */
    Orientation orientation() {
        return Orientation.ofExif(exifOrientation.orElse(xmpOrientation.orElse(1)));
    }

    /** Returns where the data of the scan begin whose header was read last. */
    int position() {
        return markers.position();
    }

    /** Goes on behind a scan. */
    void moveTo(int position) {
        markers.moveTo(position);
    }
}
