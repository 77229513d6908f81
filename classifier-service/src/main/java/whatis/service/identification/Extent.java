package whatis.service.identification;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/**
 * How much a client wants to know; a {@link ProblemException} says that it is too much.
 *
 * @param top how many guesses, 1 to 20
 * @param characters how many Unicode code points of the article, 1 to 10,000
 * @param language ISO 639-1 code, or a variant of Chinese or Serbian as wikipedia-service takes it
 */
record Extent(int top, int characters, String language) {

    private static final List<String> VARIANTS =
            List.of("sr-ec", "sr-el", "zh-cn", "zh-hans", "zh-hant", "zh-hk", "zh-mo", "zh-my", "zh-sg", "zh-tw");

    private static final Set<String> LANGUAGES = Stream.concat(Stream.of(Locale.getISOLanguages()), VARIANTS.stream())
            .collect(Collectors.toUnmodifiableSet());

    Extent {
        if (top < 1 || top > 20 || characters < 1 || characters > 10_000 || !LANGUAGES.contains(language)) {
            throw new ProblemException(Problem.INVALID_PARAMETER);
        }
    }
}
