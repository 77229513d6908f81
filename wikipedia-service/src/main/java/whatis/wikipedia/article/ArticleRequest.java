package whatis.wikipedia.article;

import java.util.Locale;
import java.util.Set;
import whatis.web.problem.ProblemException;
import whatis.wikipedia.encyclopedia.Extent;
import whatis.wikipedia.encyclopedia.Lookup;
import whatis.wikipedia.problem.Problem;

/**
 * What a client asks for; a {@link ProblemException} says what is wrong with it.
 *
 * @param query the search term, at most 300 Unicode code points, which is where Wikipedia's search stops, too
 * @param characters how many Unicode code points of the text to return, 1 to 10,000
 * @param language ISO 639-1 code
 */
record ArticleRequest(String query, int characters, String language) {

    private static final int LONGEST_QUERY = 300;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    ArticleRequest {
        query = query.strip();
        if (query.isEmpty() || query.codePointCount(0, query.length()) > LONGEST_QUERY) {
            throw new ProblemException(Problem.INVALID_QUERY);
        }
        if (characters < 1 || characters > Extent.WHOLE.characters()) {
            throw new ProblemException(Problem.INVALID_CHARACTERS);
        }
        if (!LANGUAGES.contains(language)) {
            throw new ProblemException(Problem.UNKNOWN_LANGUAGE);
        }
    }

    Lookup lookup() {
        return new Lookup(language, query, Extent.of(characters));
    }
}
