package whatis.wikipedia.encyclopedia;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A language that articles are to come in. Articles in Chinese and Serbian are written in two scripts, often both in one, and
 * the wiki converts them to the one that its reader wants; a caller that wants none gets the one most read (CLDR, likely
 * subtags).
 *
 * @param edition code of the Wikipedia such as {@code zh}; it becomes a part of a host name
 * @param variant what the wiki converts to, such as {@code zh-tw}; null where an edition has nothing to convert
 */
public record Language(String edition, @Nullable String variant) {

    /** Those of MediaWiki's ZhConverter and SrConverter; the first of each is what the plain code stands for. */
    private static final Map<String, List<String>> VARIANTS = Map.of(
            "zh", List.of("zh-hans", "zh-hant", "zh-cn", "zh-hk", "zh-mo", "zh-my", "zh-sg", "zh-tw"),
            "sr", List.of("sr-ec", "sr-el"));

    private static final Map<String, Language> LANGUAGES = languages();

    private static Map<String, Language> languages() {
        Map<String, Language> languages = new TreeMap<>();
        for (String edition : Locale.getISOLanguages()) {
            languages.put(edition, new Language(edition, null));
        }
        VARIANTS.forEach((edition, variants) -> {
            variants.forEach(variant -> languages.put(variant, new Language(edition, variant)));
            languages.put(edition, new Language(edition, variants.get(0)));
        });
        return languages;
    }

    /**
     * Returns the language of a code: one of ISO 639-1, or a variant of Chinese or Serbian as MediaWiki names it; nothing for
     * any other text.
     */
    public static Optional<Language> of(String code) {
        return Optional.ofNullable(LANGUAGES.get(code));
    }

    /** Returns all codes, in alphabetical order. */
    public static Set<String> codes() {
        return LANGUAGES.keySet();
    }
}
