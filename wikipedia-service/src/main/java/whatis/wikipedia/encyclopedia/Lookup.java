package whatis.wikipedia.encyclopedia;

import java.util.regex.Pattern;

/**
 * What to look up.
 *
 * @param language the edition's code such as {@code en}; it becomes a part of a host name
 * @param term what to search for
 * @param extent how much of the article's text is wanted
 */
public record Lookup(String language, String term, Extent extent) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    public Lookup {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("not a language code: " + language);
        }
        if (term.isBlank()) {
            throw new IllegalArgumentException("the term is blank");
        }
    }
}
