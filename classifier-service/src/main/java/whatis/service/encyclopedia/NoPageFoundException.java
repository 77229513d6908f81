package whatis.service.encyclopedia;

/** Says that Wikipedia was asked and has no page: an answer, and no failure. */
final class NoPageFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoPageFoundException() {
        super("no page found", null, false, false);
    }
}
