package whatis.commandline.bench;

/** Thrown when nobody listens where a service should; its message is for users. */
public final class UnreachableServiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreachableServiceException(String message) {
        super(message);
    }
}
