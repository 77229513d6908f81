package whatis.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** The ways in which {@link HostileImages} damages a file. Every one may change it in place, or return another. */
enum Mutation {
    FLIP_BITS {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            for (int flips = 1 + random.nextInt(16); flips > 0; flips--) {
                file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return file;
        }
    },
    CHANGE_HEADER {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                file[random.nextInt(Math.min(HEADER, file.length))] = (byte) random.nextInt();
            }
            return file;
        }
    },
    CHANGE_NUMBER {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            int reach = random.nextBoolean() ? Math.min(HEADER, file.length) : file.length;
            setNumber(file, random.nextInt(Math.max(1, reach - Integer.BYTES)), random);
            return file;
        }
    },
    /** Looks for a number that fits into the file, as lengths and positions do. */
    CHANGE_LENGTH {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            ByteBuffer buffer = ByteBuffer.wrap(file).order(order(random));
            int start = random.nextInt(file.length);
            for (int at = start; at <= Math.min(file.length, start + SEARCH) - Integer.BYTES; at++) {
                int value = buffer.getInt(at);
                if (value > 0 && value <= file.length) {
                    setNumber(file, at, random);
                    break;
                }
            }
            return file;
        }
    },
    CUT {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            return Arrays.copyOf(file, 1 + random.nextInt(file.length));
        }
    },
    DELETE {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(LONGEST_PIECE));
            return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
        }
    },
    REPEAT {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(LONGEST_PIECE));
            ByteArrayOutputStream longer = new ByteArrayOutputStream();
            longer.write(file, 0, from);
            for (int times = 2 + random.nextInt(30); times > 0; times--) {
                longer.write(file, from, to - from);
            }
            longer.write(file, to, file.length - to);
            return longer.toByteArray();
        }
    },
    SPLICE {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            int head = random.nextInt(file.length);
            int tail = random.nextBoolean() ? Math.min(head, other.length) : random.nextInt(other.length);
            return joined(Arrays.copyOf(file, head), Arrays.copyOfRange(other, tail, other.length));
        }
    },
    ZERO {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            int from = random.nextInt(file.length);
            Arrays.fill(file, from, Math.min(file.length, from + 1 + random.nextInt(LONGEST_PIECE)), (byte) 0);
            return file;
        }
    },
    /** Declares another width or height where the format has them. */
    CHANGE_SIZE {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            String text = new String(file, 0, Math.min(file.length, SEARCH), StandardCharsets.ISO_8859_1);
            int lossy = text.indexOf("VP8 ");
            int lossless = text.indexOf("VP8L");
            int side = (random.nextBoolean() ? 1 : 0);
            if (text.startsWith("\u0089PNG")) {
                putSide(file, 16 + 4 * side, Integer.BYTES, ByteOrder.BIG_ENDIAN, random);
            } else if (text.startsWith("BM")) {
                putSide(file, 18 + 4 * side, Integer.BYTES, ByteOrder.LITTLE_ENDIAN, random);
            } else if (text.startsWith("GIF")) {
                putSide(file, 6 + 2 * side, Short.BYTES, ByteOrder.LITTLE_ENDIAN, random);
                putSide(file, text.indexOf(",\0\0\0\0") + 5 + 2 * side, Short.BYTES, ByteOrder.LITTLE_ENDIAN, random);
            } else if (text.startsWith("II*")) {
                int directory =
                        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
                putSide(
                        file,
                        directory + 2 + 12 * random.nextInt(12) + 8,
                        Integer.BYTES,
                        ByteOrder.LITTLE_ENDIAN,
                        random);
            } else if (lossy > 0 || lossless > 0) {
                putSide(
                        file,
                        lossy > 0 ? lossy + 14 + 2 * side : lossless + 9,
                        Short.BYTES,
                        ByteOrder.LITTLE_ENDIAN,
                        random);
                putSide(file, 24 + 3 * side, Short.BYTES, ByteOrder.LITTLE_ENDIAN, random);
            } else {
                int frame = Math.max(text.indexOf("\u00ff\u00c0"), text.indexOf("\u00ff\u00c2"));
                putSide(file, frame + 5 + 2 * side, Short.BYTES, ByteOrder.BIG_ENDIAN, random);
            }
            return file;
        }
    },
    /** Makes what was done to a PNG acceptable to readers that look at checksums. */
    MEND_CHECKSUMS {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            ByteBuffer buffer = ByteBuffer.wrap(file);
            int at = 8;
            while (file.length - at >= 12 && buffer.getInt(at) >= 0 && buffer.getInt(at) <= file.length - at - 12) {
                int end = at + 8 + buffer.getInt(at);
                CRC32 checksum = new CRC32();
                checksum.update(file, at + 4, end - at - 4);
                buffer.putInt(end, (int) checksum.getValue());
                at = end + 4;
            }
            return file;
        }
    };

    private static final int HEADER = 256;
    private static final int SEARCH = 1 << 12;
    private static final int LONGEST_PIECE = 1 << 12;

    private static final int[] NUMBERS = {
        0,
        1,
        2,
        3,
        7,
        8,
        16,
        255,
        256,
        1000,
        4095,
        7000,
        10_000,
        0x7fff,
        0xffff,
        0x10000,
        1 << 24,
        50_000_000,
        Integer.MAX_VALUE - 1,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        -2,
        -1
    };

    /**
     * Damages a file of at least one byte.
     *
     * @param other another file, to take pieces from
     */
    abstract byte[] apply(byte[] file, byte[] other, Random random);

    private static void setNumber(byte[] file, int at, Random random) {
        putSide(file, at, random.nextBoolean() ? Integer.BYTES : Short.BYTES, order(random), random);
    }

    private static void putSide(byte[] file, int at, int length, ByteOrder order, Random random) {
        if (at < 0 || at > file.length - length) {
            return;
        }
        int value = NUMBERS[random.nextInt(NUMBERS.length)];
        ByteBuffer buffer = ByteBuffer.wrap(file).order(order);
        if (length == Integer.BYTES) {
            buffer.putInt(at, value);
        } else {
            buffer.putShort(at, (short) value);
        }
    }

    private static ByteOrder order(Random random) {
        return random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both.length == 0 ? new byte[1] : both;
    }
}
