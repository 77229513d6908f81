package whatis.wikipedia.problem;

/** Ends a request with a problem that its client is to be told. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.slug());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
