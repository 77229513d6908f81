package whatis.experiment.report;

import java.util.ArrayList;
import java.util.List;
import whatis.experiment.variant.Answer;

/**
 * Checks that all variants return the same list.
 *
 * <p>Scores can't be equal to the last bit: how many threads and images share a matrix product decides how libtorch cuts it
 * into blocks, and with that the order in which it adds, and sums of floats depend on their order. In fp32 that moves a score
 * by about a millionth. In bf16, where each result is rounded to 8 bits, it can tip a rounding, and scores move by up to a
 * few hundredths. Labels may differ only where two of them tie within that.
 */
public final class Agreement {

    private static final double FP32_TOLERANCE = 1e-4;
    private static final double BF16_TOLERANCE = 0.05;
    private static final int MOST_EXAMPLES = 3;

    private final double tolerance;

    /** @param bf16 whether the network ran in bf16, on any of the machines */
    public Agreement(boolean bf16) {
        this.tolerance = bf16 ? BF16_TOLERANCE : FP32_TOLERANCE;
    }

    /** Returns a sentence for each variant whose list differs from the first one's; none if all are the same. */
    public List<String> differences(List<Result> results, int[] rows) {
        List<String> differences = new ArrayList<>();
        List<Result> succeeded = results.stream().filter(Result::succeeded).toList();
        for (Result result : succeeded) {
            Result first = succeeded.get(0);
            List<Integer> different = different(first, result, rows.length);
            if (!different.isEmpty()) {
                differences.add("%s differs from %s in %d of %d rows: %s"
                        .formatted(
                                result.variant(),
                                first.variant(),
                                different.size(),
                                rows.length,
                                examples(first, result, different, rows)));
            }
        }
        return differences;
    }

    private List<Integer> different(Result one, Result other, int rows) {
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            if (!agree(answer(one, i), answer(other, i))) {
                different.add(i);
            }
        }
        return different;
    }

    boolean agree(Answer one, Answer other) {
        boolean sameKind = (one.problem() == null) == (other.problem() == null);
        // Two labels can only tie if neither has more than half.
        boolean tie = Math.max(one.score(), other.score()) <= 0.5 + tolerance;
        return sameKind
                && Math.abs(one.score() - other.score()) <= tolerance
                && (one.label().equals(other.label()) || tie);
    }

    private static Answer answer(Result result, int index) {
        List<Answer> answers = result.measurement().answers();
        return index < answers.size() ? answers.get(index) : Answer.error("no answer");
    }

    private static String examples(Result one, Result other, List<Integer> different, int[] rows) {
        List<String> examples = new ArrayList<>();
        for (int i : different.subList(0, Math.min(MOST_EXAMPLES, different.size()))) {
            examples.add("row " + rows[i] + " " + text(answer(one, i)) + " and " + text(answer(other, i)));
        }
        return String.join("; ", examples);
    }

    private static String text(Answer answer) {
        return "(" + answer.label() + ", " + answer.score() + ")";
    }
}
