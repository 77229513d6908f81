package whatis.wikipedia.encyclopedia;

import io.github.fastily.jwiki.core.Wiki;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.CookieManager;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Asks Wikipedia through jwiki, in one round trip. The only class that knows jwiki. */
final class JwikiEncyclopedia implements Encyclopedia {

    /** What API:Etiquette advises to wait at least when the servers are too busy to say for how long. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private static final Duration DOWN = Duration.ofSeconds(1);

    /** Longer than any break that Wikimedia asks for: a stray header does not silence the service for a year. */
    private static final Duration LONGEST_BREAK = Duration.ofHours(1);

    /** The most that TextExtracts cuts to. What Prose drops of them, and the dots at the end, leave enough for an opening. */
    private static final String MOST_CHARACTERS = "1200";

    private static final Set<String> BUSY_CODES = Set.of("maxlag", "ratelimited", "cirrussearch-too-busy-error");

    private final WikipediaSettings settings;
    private final String userAgent;
    private final InstantSource clock;
    private final Transport transport;
    private final Map<String, Wiki> editions = new ConcurrentHashMap<>();

    JwikiEncyclopedia(WikipediaSettings settings, String userAgent, InstantSource clock) {
        this.settings = settings;
        this.userAgent = userAgent;
        this.clock = clock;
        this.transport = new Transport(settings.deadline());
    }

    @Override
    public Optional<Article> find(Lookup lookup) {
        Language language = lookup.language();
        Wiki wiki = editions.computeIfAbsent(language.edition(), this::open);
        try (Response response = wiki.basicGET("query", parameters(lookup))) {
            checkStatus(response);
            SearchAnswer answer = SearchAnswer.read(body(response));
            if (answer.error() != null) {
                throw failure(answer.error());
            }
            return answer.article(language, clock.instant()).map(article -> article.cutTo(lookup.extent()));
        }
    }

    private static String[] parameters(Lookup lookup) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "formatversion", "2",
                "generator", "search",
                "gsrsearch", lookup.term().words(),
                "gsrnamespace", "0",
                "gsrlimit", "1",
                "redirects", "1",
                "prop", "extracts|info|pageprops",
                "explaintext", "1",
                "exlimit", "1",
                "ppprop", "disambiguation"));
        String variant = lookup.language().variant();
        parameters.put("inprop", variant == null ? "url" : "url|varianttitles");
        if (variant != null) {
            parameters.put("variant", variant);
        }
        if (lookup.extent() == Extent.OPENING) {
            parameters.put("exchars", MOST_CHARACTERS);
        }
        return parameters.entrySet().stream()
                .flatMap(parameter -> Stream.of(parameter.getKey(), parameter.getValue()))
                .toArray(String[]::new);
    }

    private void checkStatus(Response response) {
        Duration retryAfter = retryAfter(response);
        int status = response.code();
        if (!Transport.isFromPeer(response)) {
            throw notReached(status, response.message());
        }
        String message = "status " + status + " " + response.message();
        if (retryAfter != null || status == 429 || status == 503) {
            Duration unsaid = status == 503 ? DOWN : BUSY;
            throw EncyclopediaException.unavailable(message, retryAfter == null ? unsaid : retryAfter);
        }
        if (status == 504) {
            throw EncyclopediaException.timeout(message);
        }
        if (status != 200) {
            throw EncyclopediaException.error(message);
        }
    }

    private static EncyclopediaException notReached(int status, String reason) {
        return switch (status) {
            case 503 -> EncyclopediaException.unreachable(reason, DOWN);
            case 504 -> EncyclopediaException.timeout(reason);
            default -> EncyclopediaException.error(reason);
        };
    }

    /** Returns what the peer asks for, in seconds or as a date (RFC 9110, 10.2.3); null when it asks for nothing. */
    private @Nullable Duration retryAfter(Response response) {
        String value = response.header("Retry-After");
        if (value == null) {
            return null;
        }
        Instant until = value.matches("\\d{1,9}")
                ? clock.instant().plusSeconds(Long.parseLong(value))
                : response.headers().getInstant("Retry-After");
        if (until == null) {
            return null;
        }
        Duration wait = Duration.between(clock.instant(), until);
        return wait.compareTo(DOWN) < 0 ? DOWN : wait.compareTo(LONGEST_BREAK) > 0 ? LONGEST_BREAK : wait;
    }

    private String body(Response response) {
        ResponseBody body = response.body();
        MediaType type = body.contentType();
        if (type == null || !type.subtype().equals("json")) {
            throw EncyclopediaException.error("JSON was expected, " + type + " came");
        }
        try {
            BufferedSource source = body.source();
            if (source.request(settings.answerLimit().toBytes() + 1)) {
                throw EncyclopediaException.error("an answer of more than " + settings.answerLimit());
            }
            return source.readUtf8();
        } catch (InterruptedIOException e) {
            throw EncyclopediaException.timeout("the answer did not end in time");
        } catch (IOException e) {
            throw EncyclopediaException.error("the answer broke off: " + e.getMessage());
        }
    }

    private static EncyclopediaException failure(SearchAnswer.ApiError error) {
        String code = String.valueOf(error.code());
        return BUSY_CODES.contains(code)
                ? EncyclopediaException.unavailable("the API says " + code, BUSY)
                : EncyclopediaException.error("the API says " + code);
    }

    /**
     * Makes a jwiki that sends its requests through {@link Transport}.
     *
     * <p>By reflection, as jwiki has no setter for its HTTP client, whose calls have no deadline; and past its
     * {@code build()}, which asks for the namespaces first and fails with a NullPointerException without an answer.
     */
    private Wiki open(String edition) {
        Wiki.Builder builder = new Wiki.Builder()
                .withApiEndpoint(HttpUrl.get(settings.endpoint(edition)))
                .withUserAgent(userAgent);
        try {
            Wiki wiki = (Wiki) field(Wiki.Builder.class, "wiki").get(builder);
            Field apiClient = field(Wiki.class, "apiclient");
            Constructor<?> constructor =
                    apiClient.getType().getDeclaredConstructor(Wiki.class, Proxy.class, CookieManager.class);
            constructor.setAccessible(true);
            Object client = constructor.newInstance(wiki, null, null);
            OkHttpClient sender = new OkHttpClient.Builder()
                    .addInterceptor(chain -> transport.send(chain.request()))
                    .build();
            field(client.getClass(), "client").set(client, sender);
            apiClient.set(wiki, client);
            return wiki;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another jwiki than 1.11.0 is on the class path", e);
        }
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
