package whatis.wikipedia.article;

import java.util.Optional;
import whatis.web.problem.ProblemException;
import whatis.wikipedia.encyclopedia.Extent;
import whatis.wikipedia.encyclopedia.Language;
import whatis.wikipedia.encyclopedia.Lookup;
import whatis.wikipedia.encyclopedia.SearchTerm;
import whatis.wikipedia.problem.Problem;

/**
 * What a client asks for; a {@link ProblemException} says what is wrong with it.
 *
 * @param query the search term, at most 300 Unicode code points, which is where Wikipedia's search stops, too
 * @param characters how many Unicode code points of the text to return, 1 to 10,000
 * @param language a code that {@link Language} knows
 */
record ArticleRequest(String query, int characters, String language) {

    private static final int LONGEST_QUERY = 300;

    ArticleRequest {
        query = query.strip();
        if (query.isEmpty() || query.codePointCount(0, query.length()) > LONGEST_QUERY) {
            throw new ProblemException(Problem.INVALID_QUERY);
        }
        if (characters < 1 || characters > Extent.WHOLE.characters()) {
            throw new ProblemException(Problem.INVALID_CHARACTERS);
        }
        if (Language.of(language).isEmpty()) {
            throw new ProblemException(Problem.UNKNOWN_LANGUAGE);
        }
    }

    /** Returns nothing when the query has no words to search for. */
    Optional<Lookup> lookup() {
        SearchTerm term = new SearchTerm(query);
        return term.isEmpty()
                ? Optional.empty()
                : Language.of(language).map(known -> new Lookup(known, term, Extent.of(characters)));
    }
}
