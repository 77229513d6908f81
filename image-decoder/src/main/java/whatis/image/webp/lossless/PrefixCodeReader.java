package whatis.image.webp.lossless;

import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/** Reads prefix codes, whose lengths are themselves coded. */
final class PrefixCodeReader {

    static final int LITERALS = 256;
    static final int LENGTH_SYMBOLS = 24;
    static final int DISTANCE_SYMBOLS = 40;

    /** As many as green may have. */
    static final int MOST_SYMBOLS = LITERALS + LENGTH_SYMBOLS + ColorCache.MOST_COLORS;

    private static final int[] CODE_LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int CODE_LENGTH_CODES = CODE_LENGTH_ORDER.length;

    /** What a length is that repeats the previous one where none was before. */
    private static final int DEFAULT_LENGTH = 8;

    private static final int LONGEST_LENGTH_CODE = 7;
    private static final int REPEAT_PREVIOUS = 16;
    private static final int REPEAT_ZERO_SHORT = 17;

    private static final int STEPS_PER_SYMBOL = 4;

    private final BitReader in;
    private final DecodeBudget budget;
    private final byte[] lengths = new byte[MOST_SYMBOLS];
    private final byte[] lengthsOfLengths = new byte[CODE_LENGTH_CODES];
    private final char[] lengthTable = new char[1 << LONGEST_LENGTH_CODE];
    private final PrefixCodeBuilder lengthBuilder = new PrefixCodeBuilder(lengthTable);
    private final char[] table = new char[PrefixCodeBuilder.MOST_ENTRIES];
    private final int[] starts = new int[PrefixCodeGroup.CODES];
    private final int[] rootBits = new int[PrefixCodeGroup.CODES];
    private final PrefixCodeBuilder builder = new PrefixCodeBuilder(table);

    PrefixCodeReader(BitReader in, DecodeBudget budget) {
        this.in = in;
        this.budget = budget;
    }

    /** Reads the five codes of a group. */
    PrefixCodeGroup readGroup(int cacheColors) {
        int end = readTables(cacheColors);
        return new PrefixCodeGroup(Arrays.copyOf(table, end), starts, rootBits);
    }

    /** Reads five codes that no pixel uses; they must be right nevertheless. */
    void skipGroup(int cacheColors) {
        readTables(cacheColors);
    }

    private int readTables(int cacheColors) {
        int end = 0;
        for (int code = 0; code < PrefixCodeGroup.CODES; code++) {
            int symbols = switch (code) {
                case PrefixCodeGroup.GREEN -> LITERALS + LENGTH_SYMBOLS + cacheColors;
                case PrefixCodeGroup.DISTANCE -> DISTANCE_SYMBOLS;
                default -> LITERALS;
            };
            budget.work((long) STEPS_PER_SYMBOL * symbols);
            readLengths(symbols);
            starts[code] = end;
            end = builder.build(lengths, symbols, end);
            rootBits[code] = builder.rootBits();
        }
        return end;
    }

    private void readLengths(int symbols) {
        Arrays.fill(lengths, (byte) 0);
        if (in.readFlag()) {
            readOneOrTwo();
        } else {
            readLengthCode();
            readMany(symbols);
        }
        in.checkEnd();
    }

    private void readOneOrTwo() {
        boolean two = in.readFlag();
        int first = in.read(in.readFlag() ? 8 : 1);
        lengths[first] = 1;
        if (two) {
            lengths[in.read(8)] = 1;
        }
    }

    private void readLengthCode() {
        Arrays.fill(lengthsOfLengths, (byte) 0);
        int codes = 4 + in.read(4);
        for (int i = 0; i < codes; i++) {
            lengthsOfLengths[CODE_LENGTH_ORDER[i]] = (byte) in.read(3);
        }
        lengthBuilder.build(lengthsOfLengths, CODE_LENGTH_CODES, 0);
    }

    private void readMany(int symbols) {
        int left = symbols;
        if (in.readFlag()) {
            left = 2 + in.read(2 + 2 * in.read(3));
            if (left > symbols) {
                throw new MalformedImageException("a prefix code has more lengths than symbols");
            }
        }
        int previous = DEFAULT_LENGTH;
        int symbol = 0;
        while (symbol < symbols && left > 0) {
            left--;
            int length = readLength();
            if (length < REPEAT_PREVIOUS) {
                lengths[symbol++] = (byte) length;
                previous = length == 0 ? previous : length;
            } else {
                int repeat = readRepeat(length);
                if (symbol + repeat > symbols) {
                    throw new MalformedImageException("a prefix code repeats a length too often");
                }
                Arrays.fill(lengths, symbol, symbol + repeat, (byte) (length == REPEAT_PREVIOUS ? previous : 0));
                symbol += repeat;
            }
        }
    }

    private int readLength() {
        if (in.count < LONGEST_LENGTH_CODE) {
            in.fill();
        }
        int entry = lengthTable[(int) in.bits & (1 << lengthBuilder.rootBits()) - 1];
        in.drop(entry & PrefixCodeBuilder.LENGTH_MASK);
        return entry >> PrefixCodeBuilder.LENGTH_BITS;
    }

    private int readRepeat(int symbol) {
        return switch (symbol) {
            case REPEAT_PREVIOUS -> 3 + in.read(2);
            case REPEAT_ZERO_SHORT -> 3 + in.read(3);
            default -> 11 + in.read(7);
        };
    }
}
