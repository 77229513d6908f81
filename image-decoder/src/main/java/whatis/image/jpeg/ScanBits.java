package whatis.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import whatis.image.raster.MalformedImageException;

/**
 * The bits of a scan. A window slides over the file, without the zero bytes that follow each 0xff. Decoders keep
 * {@link #buffer}, {@link #available} and {@link #position} in local variables while they go over a row of MCUs; before
 * each MCU they call {@link #slide} where the position has passed {@link #slideAt}, and after it {@link #checkEnd}.
 *
 * <p>Where data are missing at a marker, zero bits follow, and then nothing is decoded up to the next restart; where the
 * file ends instead, the picture is refused. Both is what libjpeg does below Pillow.
 */
final class ScanBits {

    /** Reads eight bytes at a position of the window, the first being the highest. */
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle ANY_ORDER =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;

    /** More bytes than an MCU takes: 10 blocks of 64 coefficients, each at most 32 bits. */
    private static final int LONGEST_MCU = 1 << 12;

    private static final int WINDOW = 1 << 15;

    /** Libjpeg fills its buffer of 64 bits up, and so wants as many after the last MCU where no marker follows. */
    private static final int READ_AHEAD = Long.SIZE;

    private static final int UNKNOWN = Integer.MAX_VALUE;

    final byte[] window = new byte[WINDOW + 2 * LONGEST_MCU];

    /** The next bits, the first being the highest; bits beyond those available are zeros, or right. */
    long buffer;

    /** How many bits of the buffer count. */
    int available;

    /** Where in the window the bits lie that follow those of the buffer. */
    int position;

    /** From which position on the window has to slide. */
    int slideAt;

    /** Whether the data up to the next restart ended too early. */
    boolean insufficient;

    private final byte[] file;
    private int filePosition;
    private int filled;
    private int endBits = UNKNOWN;
    private int marker = UNKNOWN;
    private int nextRestart;

    ScanBits(byte[] file, int filePosition) {
        this.file = file;
        this.filePosition = filePosition;
        fill();
    }

    /** Moves what is left to the front of the window and reads on. */
    void slide() {
        int left = filled - position;
        System.arraycopy(window, position, window, 0, left);
        filled = left;
        position = 0;
        fill();
    }

    private void fill() {
        while (filled < WINDOW && marker == UNKNOWN) {
            copyRun();
            if (filled < WINDOW) {
                readEscape();
            }
        }
        if (marker == UNKNOWN) {
            slideAt = filled - LONGEST_MCU;
        } else {
            endBits = filled * Byte.SIZE;
            Arrays.fill(window, filled, filled + LONGEST_MCU + Long.BYTES, (byte) 0);
            slideAt = Integer.MAX_VALUE;
        }
    }

    /** Copies bytes up to the next 0xff, to the end of the file, or until the window is full. */
    private void copyRun() {
        int end = Math.min(file.length, filePosition + WINDOW - filled);
        int at = filePosition;
        while (at + Long.BYTES <= end) {
            long inverted = ~(long) ANY_ORDER.get(file, at);
            if ((inverted - ONES & ~inverted & ONES << 7) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < end && file[at] != -1) {
            at++;
        }
        System.arraycopy(file, filePosition, window, filled, at - filePosition);
        filled += at - filePosition;
        filePosition = at;
    }

    /** Reads a byte 0xff and what follows: a zero that makes it a byte of data, or a marker, or more of its kind before. */
    private void readEscape() {
        int at = filePosition;
        while (at < file.length && file[at] == -1) {
            at++;
        }
        if (at >= file.length) {
            marker = Marker.NONE;
        } else if (file[at] == 0) {
            window[filled++] = -1;
            filePosition = at + 1;
        } else {
            marker = file[at] & 0xff;
            filePosition = at + 1;
        }
    }

    /** Notes after an MCU whether it took more bits than there were. */
    void checkEnd(int position, int available) {
        if (position * Byte.SIZE - available > endBits) {
            if (marker == Marker.NONE) {
                throw new MalformedImageException("the file ends within a scan");
            }
            insufficient = true;
        }
    }

    /** Goes to where the next restart interval begins, over whatever is in the way, by the rules of libjpeg. */
    void restart() {
        findMarker();
        checkFile();
        int desired = nextRestart;
        nextRestart = nextRestart + 1 & 7;
        while (true) {
            int ahead = marker - Marker.RST0 - desired & 7;
            boolean restart = Marker.isRestart(marker);
            if (restart && (ahead == 0 || ahead > 2 && ahead < 6)) {
                begin();
                insufficient = false;
                marker = UNKNOWN;
                endBits = UNKNOWN;
                break;
            }
            if (restart ? ahead <= 2 : marker >= Marker.SOF0) {
                begin(); // the marker stays for a later restart; there is nothing to decode before
                break;
            }
            moveToNextMarker();
        }
        fill();
    }

    private void moveToNextMarker() {
        MarkerReader markers = new MarkerReader(file);
        markers.moveTo(filePosition);
        marker = markers.next();
        filePosition = markers.position();
        checkFile();
    }

    private void begin() {
        filled = 0;
        position = 0;
        buffer = 0;
        available = 0;
    }

    private void findMarker() {
        while (marker == UNKNOWN) {
            position = filled;
            slide();
        }
    }

    private void checkFile() {
        if (marker == Marker.NONE) {
            throw new MalformedImageException("the file ends within a scan");
        }
    }

    /**
     * Ends the scan.
     *
     * @return the position in the file of the marker that follows
     */
    int end() {
        boolean cutShort = marker == Marker.NONE && endBits - (position * Byte.SIZE - available) < READ_AHEAD;
        if (cutShort) {
            throw new MalformedImageException("the file ends with a scan, without an end of image");
        }
        findMarker();
        return marker == Marker.NONE ? file.length : filePosition - 2;
    }

    /** Returns about how far the file has been decoded. */
    int fileProgress() {
        return filePosition - Math.max(0, filled - position);
    }

    // ---- for what need not be fast

    /** Takes back what a decoder kept in local variables. */
    void save(long buffer, int available, int position) {
        this.buffer = buffer;
        this.available = available;
        this.position = position;
    }

    /** Makes at least 56 bits available. */
    void refill() {
        buffer |= (long) LONG.get(window, position) >>> available;
        position += 63 - available >> 3;
        available |= 56;
    }

    /** Reads 0 to 16 bits. */
    int bits(int count) {
        if (count == 0) {
            return 0;
        }
        if (available < Short.SIZE) {
            refill();
        }
        int bits = (int) (buffer >>> Long.SIZE - count);
        buffer <<= count;
        available -= count;
        return bits;
    }

    /** Reads a code. */
    int symbol(HuffmanTable table) {
        if (available < Integer.SIZE) {
            refill();
        }
        int found = table.find(buffer);
        buffer <<= found >> 8;
        available -= found >> 8;
        return found & 0xff;
    }

    /** Reads a number of so many bits that may be negative. */
    int number(int size) {
        return size == 0 ? 0 : HuffmanTable.extend(bits(size), size);
    }
}
