package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedTasksTests {

    private static final List<Integer> INPUTS = IntStream.range(0, 1000).boxed().toList();

    @Test
    void resultsWhenTasksRunAtTheSameTimeComeInOrder() {
        List<Integer> results = new ArrayList<>();

        OrderedTasks.run(INPUTS, 8, input -> input, results::add);

        assertThat(results).isEqualTo(INPUTS);
    }

    @Test
    void tasksWhenResultsAreTakenSlowlyRunAtMostTwoAThreadAhead() {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());

        OrderedTasks.run(INPUTS, 3, input -> begun.incrementAndGet(), result -> {
            Thread.yield();
            return ahead.add(begun.get() - result);
        });

        // Tasks begin in order, but count in the order in which their threads get there.
        assertThat(ahead).hasSize(INPUTS.size()).allMatch(count -> count <= 2 * 3 + 3);
    }

    @Test
    void tasksWhenNoMoreIsWantedAreNotBegun() {
        AtomicInteger begun = new AtomicInteger();

        OrderedTasks.run(INPUTS, 2, input -> begun.incrementAndGet(), result -> false);

        assertThat(begun).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void errorWhenATaskThrowsComesInItsTurn() {
        List<Integer> results = new ArrayList<>();

        assertThatThrownBy(() -> OrderedTasks.run(
                        INPUTS,
                        2,
                        input -> {
                            if (input == 5) {
                                throw new OutOfMemoryError("planted");
                            }
                            return input;
                        },
                        results::add))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("planted");

        assertThat(results).containsExactly(0, 1, 2, 3, 4);
    }
}
