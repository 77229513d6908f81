package whatis.classification.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

    /**
     * Returns how many layers to leave in floats, one try after the other: each number up to four, then steps that grow with it, as one
     * layer more or less tells nothing where many harm.
     *
     * @param layers how many there are, of which at least one runs in int8
     */
    static List<Integer> numbers(int layers) {
        return IntStream.iterate(0, number -> number < layers, LayerChoice::next)
                .boxed()
                .toList();
    }

    private static int next(int number) {
        return number + Math.max(1, Integer.highestOneBit(number) / 2);
    }

    /**
     * Returns the first outcome that is good enough; the last one if none is.
     *
     * @param numbers of layers in floats, at least one number
     * @param attempt tries with so many
     */
    static <T> T first(List<Integer> numbers, IntFunction<T> attempt, Predicate<T> good) {
        T tried = attempt.apply(numbers.get(0));
        for (int number : numbers.subList(1, numbers.size())) {
            if (good.test(tried)) {
                break;
            }
            tried = attempt.apply(number);
        }
        return tried;
    }
}
