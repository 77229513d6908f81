package whatis.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExitCodeGenerator;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.model.ModelUnavailableException;
import whatis.classification.network.CalibrationException;
import whatis.classification.timing.DeadlineExceededException;
import whatis.commandline.bench.UnreachableServiceException;
import whatis.commandline.serve.ServeException;
import whatis.image.ImageRejectedException;

/**
 * What went wrong, in words for the user.
 *
 * @param message one sentence without the name of the file it is about
 * @param exitCode whose fault it is: {@link #WRONG_INPUT} or {@link #MACHINE}
 * @param cause where it came from, if from an exception
 */
record Failure(String message, int exitCode, @Nullable Throwable cause) {

    static final int WRONG_INPUT = 1;
    static final int MACHINE = 3;

    static Failure wrongInput(String message) {
        return new Failure(message, WRONG_INPUT, null);
    }

    /** Tells whose fault an exception is; what is nobody's known fault is ours, and so the machine's. */
    static Failure of(Throwable cause) {
        // Futures wrap whatever a task throws, and WhatIs wraps errors for picocli.
        boolean wrapper = cause instanceof CompletionException
                || cause instanceof ExecutionException
                || cause instanceof java.util.concurrent.ExecutionException;
        if (wrapper && cause.getCause() != null) {
            return of(cause.getCause());
        }
        if (cause instanceof IExitCodeGenerator known) {
            return new Failure(text(cause), known.getExitCode(), cause);
        }
        if (cause instanceof NoSuchFileException) {
            return new Failure("no such file", WRONG_INPUT, cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new Failure("permission denied", WRONG_INPUT, cause);
        }
        if (cause instanceof IOException failure) {
            return new Failure("can't be read: " + reason(failure), WRONG_INPUT, cause);
        }
        if (cause instanceof UncheckedIOException && cause.getCause() instanceof IOException failure) {
            return new Failure("reading or writing failed: " + reason(failure), MACHINE, cause);
        }
        if (cause instanceof OutOfMemoryError) {
            return new Failure("out of memory; JDK_JAVA_OPTIONS=-Xmx4g allows 4 GiB", MACHINE, cause);
        }
        if (cause instanceof ImageRejectedException
                || cause instanceof CheckpointException
                || cause instanceof CalibrationException) {
            return new Failure(text(cause), WRONG_INPUT, cause);
        }
        if (cause instanceof ModelUnavailableException unavailable) {
            return new Failure(text(cause), unavailable.hubDown() ? MACHINE : WRONG_INPUT, cause);
        }
        if (cause instanceof IllegalArgumentException) {
            return new Failure(text(cause), WRONG_INPUT, cause);
        }
        if (cause instanceof DeadlineExceededException
                || cause instanceof ServeException
                || cause instanceof UnreachableServiceException) {
            return new Failure(text(cause), MACHINE, cause);
        }
        String type = cause.getClass().getSimpleName();
        return new Failure("internal error (" + type + "); --verbose shows the details", MACHINE, cause);
    }

    private static String text(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }

    private static String reason(IOException failure) {
        // The message of a FileSystemException names a file, its reason doesn't.
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return Objects.requireNonNullElse(reason, failure.getClass().getSimpleName());
    }
}
