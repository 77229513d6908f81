package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** The threads in which services of this process serve their clients. */
final class ThreadDump {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ThreadDump() {}

    /** Demands that soon no thread serves a client, and sends something before each look. */
    static void assertNoneServing(Sending sending) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<List<StackTraceElement>> serving;
        do {
            sending.send();
            Thread.sleep(100);
            serving = serving();
        } while (!serving.isEmpty() && System.nanoTime() < end);
        assertThat(serving).isEmpty();
    }

    private static List<List<StackTraceElement>> serving() {
        return Thread.getAllStackTraces().values().stream()
                .map(List::of)
                .filter(ThreadDump::isServing)
                .toList();
    }

    private static boolean isServing(List<StackTraceElement> stack) {
        return stack.stream().anyMatch(call -> call.getClassName().equals("org.apache.coyote.AbstractProcessorLight"));
    }

    interface Sending {
        void send() throws Exception;
    }
}
