package whatis.service.hangup;

/** Ends work that nobody waits for any more. */
public final class ClientGoneException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ClientGoneException(Throwable cause) {
        super("the client has hung up", cause);
    }
}
