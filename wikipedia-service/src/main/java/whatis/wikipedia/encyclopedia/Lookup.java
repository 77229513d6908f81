package whatis.wikipedia.encyclopedia;

/**
 * What to look up.
 *
 * @param term what to search for
 * @param extent how much of the article's text is wanted
 */
public record Lookup(Language language, SearchTerm term, Extent extent) {

    public Lookup {
        if (term.isEmpty()) {
            throw new IllegalArgumentException("the term has no words");
        }
    }
}
