package whatis.service.problem;

import whatis.service.RunningService;
import whatis.web.ProblemContract;
import whatis.web.problem.ProblemType;

class ProblemTests extends RunningService implements ProblemContract {

    @Override
    public ProblemType[] problems() {
        return Problem.values();
    }

    /** What wikipedia-service answers with is told within a good answer here. */
    @Override
    public boolean isAnswered(ProblemType problem) {
        return !problem.name().startsWith("ENCYCLOPEDIA_");
    }
}
