package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTests {

    @ParameterizedTest
    @MethodSource
    void failureWhenMadeOfAnExceptionSaysWhoseFaultItIs(Throwable cause, int exitCode, String message) {
        Failure failure = Failure.of(cause);

        assertThat(failure.message()).startsWith(message).doesNotContain("/secret");
        assertThat(failure.exitCode()).isEqualTo(exitCode);
    }

    static Stream<Arguments> failureWhenMadeOfAnExceptionSaysWhoseFaultItIs() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/secret"), 1, "no such file"),
                Arguments.of(new AccessDeniedException("/secret"), 1, "permission denied"),
                Arguments.of(new FileSystemException("/secret", null, "Is a directory"), 1, "can't be read: Is a"),
                Arguments.of(new FileSystemException("/secret"), 1, "can't be read: FileSystemException"),
                Arguments.of(new IOException("Input/output error"), 1, "can't be read: Input/output error"),
                Arguments.of(new UncheckedIOException(new IOException("full")), 3, "reading or writing failed: full"),
                Arguments.of(new OutOfMemoryError("Java heap space"), 3, "out of memory"),
                Arguments.of(new IllegalStateException("/secret"), 3, "internal error (IllegalStateException)"),
                Arguments.of(new CompletionException(new NoSuchFileException("/secret")), 1, "no such file"));
    }
}
