package whatis.wikipedia.encyclopedia;

import java.util.Optional;

/** Finds the article that a term means. Safe for use by many threads. */
public interface Encyclopedia {

    /**
     * Finds the article that a search ranks first.
     *
     * @return the article, or empty when the encyclopedia was asked and has none
     * @throws EncyclopediaException when it could not be asked or its answer makes no sense
     */
    Optional<Article> find(Lookup lookup);
}
