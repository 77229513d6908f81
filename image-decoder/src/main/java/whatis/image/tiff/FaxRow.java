package whatis.image.tiff;

import whatis.image.raster.MalformedImageException;

/**
 * The runs of a row, white and black by turns, and those of the row above. Goes on after errors just as libtiff does: a row
 * that is too long is cut off, and one that is too short ends white or black.
 */
final class FaxRow {

    private final int width;

    /** How many runs a row may have in its making. */
    private final int limit;

    private int[] runs;
    private int[] above;
    private int count;

    /** The position in the row, a0 in T.6. */
    private int position;

    /** What make-up codes have added up to. */
    private int pending;

    private int nextAbove;

    /** The change of colour above that counts, b1 in T.6. */
    private int changeAbove;

    FaxRow(int width, boolean twoDimensional) {
        this.width = width;
        int rounded = (width + 32) / 32 * 32;
        this.limit = twoDimensional ? 2 * rounded : rounded;
        this.runs = new int[limit + 1];
        this.above = new int[limit + 1];
    }

    /** Makes the row above white. */
    void reset() {
        above[0] = width;
        above[1] = 0;
    }

    void begin() {
        count = 0;
        position = 0;
        pending = 0;
        changeAbove = above[0];
        nextAbove = 1;
    }

    /** Ends a row to which the next one refers. */
    void end() {
        if (count < limit) {
            add(0);
        }
        int[] swapped = runs;
        runs = above;
        above = swapped;
    }

    private void add(int run) {
        if (count >= limit) {
            throw tooManyRuns();
        }
        runs[count++] = pending + run;
        position += run;
        pending = 0;
    }

    private static MalformedImageException tooManyRuns() {
        return new MalformedImageException("a row has too many runs");
    }

    /**
     * Reads a row of runs.
     *
     * @return the kind of the code that ended it: {@link FaxCodes#TERMINATING} at the end of the row
     */
    int readRuns(FaxBits bits) {
        int kind = FaxCodes.TERMINATING;
        while (kind == FaxCodes.TERMINATING) {
            kind = readRun(bits, false);
            if (kind == FaxCodes.TERMINATING && position < width) {
                kind = readRun(bits, true);
                if (kind == FaxCodes.TERMINATING && position < width && runs[count - 1] == 0 && runs[count - 2] == 0) {
                    count -= 2;
                }
            }
            if (position >= width) {
                break;
            }
        }
        complete();
        return kind;
    }

    private int readRun(FaxBits bits, boolean black) {
        while (true) {
            int code = black
                    ? bits.code(FaxCodes.BLACK, FaxCodes.BLACK_BITS)
                    : bits.code(FaxCodes.WHITE, FaxCodes.WHITE_BITS);
            int kind = FaxCodes.kind(code);
            if (kind == FaxCodes.TERMINATING) {
                add(FaxCodes.value(code));
                return kind;
            }
            if (kind != FaxCodes.MAKE_UP) {
                return kind;
            }
            position += FaxCodes.value(code);
            pending += FaxCodes.value(code);
        }
    }

    /**
     * Reads a row that refers to the one above.
     *
     * @return the kind of the code that ended it early; another where the row is complete
     */
    int readChanges(FaxBits bits) {
        int kind = readModes(bits);
        complete();
        return kind;
    }

    private int readModes(FaxBits bits) {
        while (position < width) {
            if (count >= limit) {
                throw tooManyRuns();
            }
            int code = bits.code(FaxCodes.MODES, FaxCodes.MODE_BITS);
            int kind = FaxCodes.kind(code);
            switch (kind) {
                case FaxCodes.PASS -> pass();
                case FaxCodes.VERTICAL -> {
                    if (!moveTo(FaxCodes.value(code))) {
                        return FaxCodes.UNKNOWN;
                    }
                }
                case FaxCodes.HORIZONTAL -> {
                    boolean black = count % 2 == 1;
                    int run = readRun(bits, black);
                    run = run == FaxCodes.TERMINATING ? readRun(bits, !black) : run;
                    if (run != FaxCodes.TERMINATING) {
                        return run == FaxCodes.NO_DATA ? run : FaxCodes.UNKNOWN;
                    }
                    findChangeAbove();
                }
                case FaxCodes.NO_DATA -> {
                    return kind;
                }
                default -> {
                    runs[count++] = width - position;
                    return kind == FaxCodes.END_OF_LINE && !dropRestOfEndOfLine(bits) ? FaxCodes.NO_DATA : kind;
                }
            }
        }
        return pending == 0 ? FaxCodes.VERTICAL : endPass(bits);
    }

    /** The mode's code is seven of the eleven zeros. */
    private static boolean dropRestOfEndOfLine(FaxBits bits) {
        boolean more = bits.need(4);
        if (more) {
            bits.drop(4);
        }
        return more;
    }

    /** Ends a row whose last run was passed by, as no change of colour followed. */
    private int endPass(FaxBits bits) {
        if (pending + position < width) {
            if (!bits.need(1)) {
                return FaxCodes.NO_DATA;
            }
            if (bits.peek(1) == 0) {
                return FaxCodes.UNKNOWN;
            }
            bits.drop(1);
        }
        add(0);
        return FaxCodes.VERTICAL;
    }

    private void findChangeAbove() {
        while (count != 0 && changeAbove <= position && changeAbove < width) {
            changeAbove += above(1) + above(0);
            nextAbove += 2;
        }
    }

    private int above(int ahead) {
        if (nextAbove < 0 || nextAbove + ahead >= limit) {
            throw tooManyRuns();
        }
        return above[nextAbove + ahead];
    }

    private void pass() {
        findChangeAbove();
        int next = changeAbove + above(0);
        pending += next - position;
        position = next;
        changeAbove = next + above(1);
        nextAbove += 2;
    }

    private boolean moveTo(int offset) {
        findChangeAbove();
        if (offset < 0) {
            if (changeAbove < position - offset) {
                return false;
            }
            add(changeAbove - position + offset);
            nextAbove--;
            changeAbove -= above(0);
        } else {
            add(changeAbove - position + offset);
            changeAbove += above(0);
            nextAbove++;
        }
        return true;
    }

    /** Makes the runs add up to the width. */
    private void complete() {
        if (pending != 0) {
            add(0);
        }
        while (position > width && count > 0) {
            position -= runs[--count];
        }
        if (position < width) {
            position = Math.max(0, position);
            if (count % 2 == 1) {
                add(0);
            }
            add(width - position);
        } else if (position > width) {
            add(width);
            add(0);
        }
    }

    /** Paints the row: a bit a pixel, the highest first, 1 for black. */
    void paint(byte[] row) {
        int x = 0;
        for (int i = 0; i < count; i++) {
            if (Integer.compareUnsigned(runs[i], width - x) > 0) {
                runs[i] = width - x;
            }
            if (i % 2 == 1 && runs[i] > 0) {
                BlackRun.paint(row, x, x + runs[i]);
            }
            x += runs[i];
        }
    }
}
