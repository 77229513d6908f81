package whatis.wikipedia.encyclopedia;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the action API answers to a {@code generator=search} query of format version 2, as far as it is needed.
 *
 * @param batchcomplete there when the answer is whole: then, without a query, nothing was found
 * @param error there when the question failed; the HTTP status says 200 all the same
 * @see <a href="https://www.mediawiki.org/wiki/API:Data_formats">API:Data formats</a>
 */
record SearchAnswer(
        @Nullable Object batchcomplete,
        @Nullable ApiError error,
        @Nullable Query query) {

    record ApiError(@Nullable String code) {}

    record Query(@Nullable List<Page> pages) {}

    record Page(
            @Nullable Boolean missing,
            @Nullable String title,
            @Nullable Map<String, String> varianttitles,
            @Nullable URI canonicalurl,
            @Nullable String extract,
            @Nullable String pagelanguage,
            @Nullable Map<String, Object> pageprops) {

        /** Returns empty for a page that is gone: the search index may still know it. A page without a text is none of these. */
        Optional<Article> article(Language language, Instant retrieved) {
            if (missing != null) {
                return Optional.empty();
            }
            if (title == null || canonicalurl == null || pagelanguage == null) {
                throw EncyclopediaException.error("a page without title, address or language");
            }
            boolean disambiguation = pageprops != null && pageprops.containsKey("disambiguation");
            Article written = new Article(
                    title,
                    canonicalurl,
                    extract == null ? "" : Prose.of(extract),
                    pagelanguage,
                    disambiguation,
                    retrieved);
            String variant = language.variant();
            String converted = variant == null || varianttitles == null ? null : varianttitles.get(variant);
            return Optional.of(
                    variant == null || converted == null ? written : written.convertedTo(variant, converted));
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Reads an answer.
     *
     * @throws EncyclopediaException when it is not the JSON of an answer
     */
    static SearchAnswer read(String json) {
        SearchAnswer answer;
        try {
            answer = JSON.readValue(json, SearchAnswer.class);
        } catch (JacksonException e) {
            throw EncyclopediaException.error("not the JSON of an answer: " + e.getOriginalMessage());
        }
        if (answer == null || (answer.batchcomplete == null && answer.error == null && answer.query == null)) {
            throw EncyclopediaException.error("JSON, but not of an answer");
        }
        return answer;
    }

    /** @param language that was asked for */
    Optional<Article> article(Language language, Instant retrieved) {
        if (query == null || query.pages == null || query.pages.isEmpty()) {
            return Optional.empty();
        }
        return query.pages.get(0).article(language, retrieved);
    }
}
