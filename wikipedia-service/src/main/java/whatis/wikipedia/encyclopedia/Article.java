package whatis.wikipedia.encyclopedia;

import java.net.URI;
import java.time.Instant;

/**
 * A page of an encyclopedia.
 *
 * @param url where people read it
 * @param text prose from its beginning on; empty for a page that has none, such as a mere table
 * @param language code of the language that the text is in, or of its variant such as {@code zh-tw}
 * @param disambiguation whether the page lists the meanings of a term, and describes none
 * @param retrieved when the encyclopedia gave it
 */
public record Article(String title, URI url, String text, String language, boolean disambiguation, Instant retrieved) {

    /** Returns the first Unicode code points of the text, or all when it has fewer. */
    public String extract(int characters) {
        return first(characters, text);
    }

    /** Returns this article as the wiki shows it in a variant of its language; the text is in that variant already. */
    Article convertedTo(String variant, String variantTitle) {
        URI variantUrl = URI.create(url + (url.getRawQuery() == null ? "?" : "&") + "variant=" + variant);
        return new Article(variantTitle, variantUrl, text, variant, disambiguation, retrieved);
    }

    /** Returns this article with no more text than the extent asks for. */
    Article cutTo(Extent extent) {
        return new Article(title, url, first(extent.characters(), text), language, disambiguation, retrieved);
    }

    private static String first(int characters, String text) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
