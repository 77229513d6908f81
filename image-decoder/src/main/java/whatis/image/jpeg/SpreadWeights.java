package whatis.image.jpeg;

import java.util.Arrays;
import whatis.image.raster.AxisWeights;
import whatis.image.raster.ResizedAxis;
import whatis.image.raster.RgbImage;
import whatis.image.raster.Span;

/**
 * Weights of a horizontal pass for groups of eight pixels: a group counts for up to {@value #MOST_PASSES} times three target
 * pixels in a row, from a first one on. Each weight stands there once for each row of a band.
 */
final class SpreadWeights {

    /** How many targets one pass over a piece of a band serves. */
    static final int TARGETS = 3;

    private static final int MOST_PASSES = 4;
    private static final int ROWS = BandLayout.ROWS;
    private static final int SAMPLES = 4;

    private final int groupsPerPiece;
    private final Span groups;

    /** The first target of each group; -1 where a group counts for none. */
    private final int[] firstTarget;

    private final int[] targetCount;

    /** For each piece, pass, and columns even or odd: for each target of the pass the weights of samples 0 to 3. */
    private final int[][][][][] weights;

    private SpreadWeights(
            int groupsPerPiece, Span groups, int[] firstTarget, int[] targetCount, int[][][][][] weights) {
        this.groupsPerPiece = groupsPerPiece;
        this.groups = groups;
        this.firstTarget = firstTarget;
        this.targetCount = targetCount;
        this.weights = weights;
    }

    /** Returns how many bytes the weights of an axis take at most, with sums for as many rows as a band has. */
    static long memory(ResizedAxis axis) {
        long groups = axis.needed() / PackedSums.GROUP + 4;
        long passes = Math.min(MOST_PASSES, axis.targetsOf(PackedSums.GROUP) / TARGETS + 1);
        long sums = 3L * RgbImage.CHANNELS * ROWS * axis.wanted().count();
        return Integer.BYTES * (groups * ROWS * PackedSums.GROUP * TARGETS * passes + sums);
    }

    /** Tells whether no group counts for too many targets. */
    static boolean isFor(AxisWeights axis) {
        Span groups = groups(axis);
        return passes(firstTargets(axis, groups), groups, axis) <= MOST_PASSES;
    }

    static SpreadWeights of(AxisWeights axis, int groupsPerPiece) {
        Span groups = groups(axis);
        int[] first = firstTargets(axis, groups);
        int[] count = new int[groups.count()];
        int pieces = (groups.count() + groupsPerPiece - 1) / groupsPerPiece;
        int length = Math.min(groups.count(), groupsPerPiece) * ROWS;
        int[][][][][] weights = new int[pieces][passes(first, groups, axis)][2][TARGETS * SAMPLES][length];
        for (int target = 0; target < axis.targetLength(); target++) {
            int[] ofTarget = axis.fixedPoint()[target];
            for (int i = 0; i < ofTarget.length; i++) {
                int x = axis.first()[target] + i;
                int group = x / PackedSums.GROUP - groups.first();
                int slot = target - first[group];
                if (ofTarget[i] != 0) {
                    count[group] = slot + 1;
                    int at = group % groupsPerPiece * ROWS;
                    int sample = slot % TARGETS * SAMPLES + (x % PackedSums.GROUP >> 1);
                    int[] lanes = weights[group / groupsPerPiece][slot / TARGETS][x & 1][sample];
                    Arrays.fill(lanes, at, at + ROWS, ofTarget[i]);
                }
            }
        }
        return new SpreadWeights(groupsPerPiece, groups, first, count, weights);
    }

    /** Returns the groups that count for any target. */
    private static Span groups(AxisWeights axis) {
        Span columns = axis.needed();
        int first = columns.first() / PackedSums.GROUP;
        return new Span(first, (columns.end() - 1) / PackedSums.GROUP + 1 - first);
    }

    private static int[] firstTargets(AxisWeights axis, Span groups) {
        int[] first = new int[groups.count()];
        Arrays.fill(first, -1);
        for (int target = axis.targetLength() - 1; target >= 0; target--) {
            int[] ofTarget = axis.fixedPoint()[target];
            for (int i = 0; i < ofTarget.length; i++) {
                if (ofTarget[i] != 0) {
                    first[(axis.first()[target] + i) / PackedSums.GROUP - groups.first()] = target;
                }
            }
        }
        return first;
    }

    private static int passes(int[] firstTarget, Span groups, AxisWeights axis) {
        int most = 1;
        for (int target = 0; target < axis.targetLength(); target++) {
            int[] ofTarget = axis.fixedPoint()[target];
            for (int i = 0; i < ofTarget.length; i++) {
                if (ofTarget[i] != 0) {
                    int group = (axis.first()[target] + i) / PackedSums.GROUP - groups.first();
                    most = Math.max(most, target - firstTarget[group] + 1);
                }
            }
        }
        return (most + TARGETS - 1) / TARGETS;
    }

    /** Returns the groups that count for any target; pieces are counted from the first of them. */
    Span groups() {
        return groups;
    }

    int passes() {
        return weights[0].length;
    }

    int[][] weights(int piece, int pass, int columnParity) {
        return weights[piece][pass][columnParity];
    }

    /**
     * Adds each group's sums to those of the targets that it counts for.
     *
     * @param sums for each target of the pass a sum for each row of each group of the piece
     * @param targets a sum for each row of each channel of each target
     */
    void gather(int piece, int pass, int[][] sums, int count, int channel, int channels, int[] targets) {
        int group = piece * groupsPerPiece;
        for (int at = 0; at < count * ROWS; at += ROWS) {
            int out = ((firstTarget[group] + TARGETS * pass) * channels + channel) * ROWS;
            int served = targetCount[group] - TARGETS * pass;
            for (int target = 0; target < Math.min(served, TARGETS); target++) {
                add(targets, out, sums[target], at);
                out += channels * ROWS;
            }
            group++;
        }
    }

    private static void add(int[] targets, int out, int[] sums, int at) {
        for (int row = 0; row < ROWS; row++) {
            targets[out + row] += sums[at + row];
        }
    }
}
