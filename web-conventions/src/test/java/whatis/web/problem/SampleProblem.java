package whatis.web.problem;

/** The fewest problems that a service can have, and one more. */
public enum SampleProblem implements ProblemType {
    INVALID_REQUEST(400),
    NOT_FOUND(404),
    NO_PAGE_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    INTERNAL_ERROR(500);

    private final Explanation explanation;

    SampleProblem(int status) {
        this.explanation = new Explanation(status, "What <happened>.", "Why.", "What to do.");
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }
}
