package whatis.commandline.serve;

/** Says why the services don't run, in words for the user. */
public final class ServeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ServeException(String message) {
        super(message);
    }
}
