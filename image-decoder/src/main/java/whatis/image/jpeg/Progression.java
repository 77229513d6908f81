package whatis.image.jpeg;

import java.util.Arrays;

/** How exactly the first coefficients of each component are known after the scans of a progressive picture so far. */
final class Progression {

    /** DC and the coefficients that can be estimated from it. */
    static final int COEFFICIENTS = 10;

    /** What stands for the number of missing bits where no scan had the coefficient. */
    static final int UNKNOWN = -1;

    private final int[][] missingBits;
    private final int[][] missingBitsBefore;
    private final int[] nothingKnown = new int[COEFFICIENTS];
    private int scans;

    Progression(int components) {
        missingBits = new int[components][COEFFICIENTS];
        missingBitsBefore = new int[components][COEFFICIENTS];
        Arrays.fill(nothingKnown, UNKNOWN);
        for (int[] ofComponent : missingBits) {
            Arrays.fill(ofComponent, UNKNOWN);
        }
    }

    /** Takes note of a scan that begins. */
    void begin(ScanHeader scan) {
        for (int component : scan.components()) {
            if (scans > 0) {
                System.arraycopy(missingBits[component], 0, missingBitsBefore[component], 0, COEFFICIENTS);
            }
            for (int k = scan.first(); k <= Math.min(scan.last(), COEFFICIENTS - 1); k++) {
                missingBits[component][k] = scan.low();
            }
        }
        scans++;
    }

    /** Returns for each coefficient how many of its low bits are missing, or {@link #UNKNOWN}. */
    int[] missingBits(int component) {
        return missingBits[component];
    }

    /** Returns the same as it was before the latest scan of the component. */
    int[] missingBitsBefore(int component) {
        return scans > 1 ? missingBitsBefore[component] : nothingKnown;
    }
}
