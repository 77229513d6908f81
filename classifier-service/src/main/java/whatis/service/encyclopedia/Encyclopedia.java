package whatis.service.encyclopedia;

import java.util.Optional;
import whatis.web.problem.ProblemException;

/** Finds articles. Safe for use by many threads. */
public interface Encyclopedia {

    /**
     * Finds the article that fits a term best.
     *
     * @param characters how many Unicode code points of the text to return, 1 to 10,000
     * @param language ISO 639-1 code, or a variant of Chinese or Serbian such as {@code zh-tw}
     * @return nothing if the encyclopedia was asked and has no page
     * @throws ProblemException if it can't tell: unavailable, too slow, or no usable answer
     */
    Optional<Article> find(String term, int characters, String language);
}
