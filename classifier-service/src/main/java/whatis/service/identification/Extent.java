package whatis.service.identification;

import whatis.service.encyclopedia.Languages;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/**
 * How much a client wants to know; a {@link ProblemException} says that it is too much.
 *
 * @param top how many guesses, 1 to 20
 * @param characters how many Unicode code points of the article, 1 to 10,000
 * @param language one of {@link Languages}
 */
record Extent(int top, int characters, String language) {

    Extent {
        if (top < 1
                || top > 20
                || characters < 1
                || characters > 10_000
                || !Languages.codes().contains(language)) {
            throw new ProblemException(Problem.INVALID_PARAMETER);
        }
    }
}
