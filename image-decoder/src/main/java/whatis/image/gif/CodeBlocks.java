package whatis.image.gif;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/**
 * The bytes of code in their blocks. Like Pillow, it has no more of the file than was read from it, in pieces of a fixed
 * length, starts a block only if there is all of it, and takes an empty block for one like any other.
 */
final class CodeBlocks {

    private static final int PIECE_LENGTH = 1 << 16;

    /** What each byte may cost, in steps of the budget: eight codes at worst. */
    private static final int STEPS_PER_BYTE = 16;

    private final byte[] file;
    private final DecodeBudget budget;
    private int position;
    private int available;
    private int blockEnd;

    CodeBlocks(byte[] file, int start, DecodeBudget budget) {
        this.file = file;
        this.budget = budget;
        position = start;
        blockEnd = start;
        available = start;
        readOn();
    }

    /**
     * Reads the next piece of the file.
     *
     * @throws MalformedImageException if there is none
     */
    void readOn() {
        if (available == file.length) {
            throw new MalformedImageException("the file ends before the frame is complete");
        }
        available = Math.min(file.length - available, PIECE_LENGTH) + available;
    }

    int nextByte() {
        while (position == blockEnd) {
            nextBlock();
        }
        return file[position++] & 0xff;
    }

    /** Tells whether the next byte is in the block of the one before. */
    boolean isWithinBlock() {
        return position < blockEnd;
    }

    private void nextBlock() {
        while (position >= available || (file[position] & 0xff) >= available - position) {
            readOn();
        }
        int length = file[position++] & 0xff;
        blockEnd = position + length;
        budget.work(STEPS_PER_BYTE * (length + 1L));
    }
}
