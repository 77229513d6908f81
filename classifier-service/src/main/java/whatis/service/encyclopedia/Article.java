package whatis.service.encyclopedia;

import static java.util.Objects.requireNonNull;

/**
 * An article, as wikipedia-service sends it and as clients get it.
 *
 * @param extract start of the text, as prose
 * @param language ISO 639-1 code, or that of a variant such as {@code zh-tw}
 * @param licence of the text
 * @param disambiguation whether it only lists the meanings of its title
 */
public record Article(
        String title, String url, String extract, String language, String licence, boolean disambiguation) {

    /** Refuses what is not there, which is how an answer of something else than wikipedia-service shows. */
    public Article {
        requireNonNull(title, "title");
        requireNonNull(url, "url");
        requireNonNull(extract, "extract");
        requireNonNull(language, "language");
        requireNonNull(licence, "licence");
    }
}
