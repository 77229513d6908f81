package whatis.batch.executor;

import java.io.IOException;
import java.util.Objects;
import whatis.batch.input.MissingImageException;
import whatis.batch.output.Problem;
import whatis.classification.image.UnexpectedImageSizeException;
import whatis.image.ImageRejectedException;
import whatis.image.ImageTooLargeException;
import whatis.image.UnsupportedImageFormatException;

/** Says why an image has no answer. The codes are those of the service, as far as it knows the problem. */
final class ImageProblem {

    private ImageProblem() {}

    static Problem of(ImageRejectedException e) {
        return new Problem(code(e), message(e));
    }

    static Problem of(IOException e) {
        return e instanceof MissingImageException missing
                ? new Problem(missing.code(), message(e))
                : new Problem("read-failed", "The file can't be read: " + message(e));
    }

    private static String code(ImageRejectedException e) {
        if (e instanceof UnsupportedImageFormatException) {
            return "unsupported-image-format";
        }
        if (e instanceof ImageTooLargeException) {
            return "image-too-large";
        }
        return e instanceof UnexpectedImageSizeException ? "unexpected-image-size" : "unreadable-image";
    }

    private static String message(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
