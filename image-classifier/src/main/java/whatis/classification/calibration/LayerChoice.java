package whatis.classification.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Chooses the layers that stay in floats: those that do most harm alone, and as few of them as will do. Errors of layers add
 * up, so that the order holds for several, too, and each layer more in floats makes answers better; by halves the number is
 * then found in few tries.
 */
final class LayerChoice {

    private LayerChoice() {}

    /** Returns the layers' names, the most harmful ones first. */
    static List<String> byHarm(Map<String, Double> harms) {
        return new TreeMap<>(harms)
                .entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** The most tries that {@link #fewest} takes. */
    static int tries(int layers) {
        return 1 + Integer.SIZE - Integer.numberOfLeadingZeros(layers);
    }

    /**
     * Returns the outcome with the fewest layers in floats that is good enough; the last one tried, with all but one layer in
     * floats, if none is.
     *
     * @param layers how many there are
     * @param attempt tries with some of them in floats, 0 to before all
     */
    static <T> T fewest(int layers, IntFunction<T> attempt, Predicate<T> good) {
        T best = attempt.apply(0);
        if (good.test(best)) {
            return best;
        }
        int bad = 0;
        int enough = layers;
        while (enough - bad > 1) {
            int middle = (bad + enough) / 2;
            T tried = attempt.apply(middle);
            if (good.test(tried)) {
                enough = middle;
                best = tried;
            } else {
                bad = middle;
                best = enough == layers ? tried : best;
            }
        }
        return best;
    }
}
