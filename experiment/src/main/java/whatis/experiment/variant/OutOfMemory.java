package whatis.experiment.variant;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Tells apart what only more memory can help. */
public final class OutOfMemory {

    /** Ends a JVM, whichever thread ran out of memory, with {@link #EXIT_CODE}. */
    public static final String JVM_FLAG = "-XX:+ExitOnOutOfMemoryError";

    /** The exit code of a JVM with {@link #JVM_FLAG}. */
    public static final int EXIT_CODE = 3;

    /** The exit code of a process that was killed with SIGKILL, as Linux does when memory runs out. */
    public static final int KILLED = 128 + 9;

    private OutOfMemory() {}

    /** Says in words for the user what a variant died of, and what to do. */
    public static String explain(String what, int exitCode) {
        return switch (exitCode) {
            case EXIT_CODE -> what + " ran out of memory: " + advice();
            case KILLED ->
                what + " was killed; if Linux did it because memory ran out, give it fewer --cores, or a smaller model";
            default -> what + " ended with exit code " + exitCode;
        };
    }

    /** Says in words for the user what went wrong in this JVM. */
    public static String explain(Throwable problem) {
        if ((problem instanceof ExecutionException || problem instanceof CompletionException)
                && problem.getCause() != null) {
            return explain(problem.getCause());
        }
        String message = Objects.requireNonNullElse(
                problem.getMessage(), problem.getClass().getSimpleName());
        // libtorch allocates outside of the heap; Spark refuses to start with a heap that it takes for too small.
        return problem instanceof OutOfMemoryError
                        || message.contains("can't allocate memory")
                        || message.contains("increase heap size")
                ? "out of memory: " + advice()
                : message;
    }

    private static String advice() {
        return "JDK_JAVA_OPTIONS=-Xmx4g allows each JVM 4 GiB of heap, and fewer --cores take less memory";
    }
}
