package whatis.classification.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the hub and its cache are, and how patient to be. The environment variables are those of Python's
 * {@code huggingface_hub}, so that both share one cache.
 *
 * @param endpoint address of the hub without a trailing slash, http or https
 * @param token access token for private and gated models, sent to the endpoint's host only
 * @param cache folder of the cached repositories
 * @param offline whether to use the cache alone
 * @param reachTimeout longest wait for an answer about a file
 * @param stallTimeout longest silence within a download; after three in a row the hub counts as down
 * @param retryPause pause before a broken download is taken up again, doubled each time
 */
public record HubSettings(
        URI endpoint,
        @Nullable String token,
        Path cache,
        boolean offline,
        Duration reachTimeout,
        Duration stallTimeout,
        Duration retryPause) {

    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

    public HubSettings {
        if (endpoint.getHost() == null || !Set.of("http", "https").contains(endpoint.getScheme())) {
            throw new IllegalArgumentException("HF_ENDPOINT is not an http or https address: " + endpoint
                    + "; an example: https://huggingface.co");
        }
        if (reachTimeout.compareTo(Duration.ZERO) <= 0 || stallTimeout.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("timeouts must be above zero: " + reachTimeout + ", " + stallTimeout);
        }
        if (retryPause.isNegative()) {
            throw new IllegalArgumentException("negative pause: " + retryPause);
        }
    }

    /**
     * Reads {@code HF_ENDPOINT}, {@code HF_TOKEN} (else {@code $HF_HOME/token}), {@code HF_HUB_CACHE}, {@code HF_HOME},
     * {@code XDG_CACHE_HOME}, {@code HF_HUB_OFFLINE}, and in seconds {@code HF_HUB_ETAG_TIMEOUT} (3) and
     * {@code HF_HUB_DOWNLOAD_TIMEOUT} (10).
     *
     * @throws IllegalArgumentException if a value makes no sense
     */
    public static HubSettings fromEnvironment(Map<String, String> env) {
        Path user = Path.of(text(env, "HOME", System.getProperty("user.home")));
        Path caches = folder(env, "XDG_CACHE_HOME", user.resolve(".cache"), user);
        Path home = folder(env, "HF_HOME", caches.resolve("huggingface"), user);
        return new HubSettings(
                address(text(env, "HF_ENDPOINT", "https://huggingface.co")),
                token(env, home.resolve("token")),
                folder(env, "HF_HUB_CACHE", home.resolve("hub"), user),
                TRUE.contains(text(env, "HF_HUB_OFFLINE", "0").toUpperCase(Locale.ROOT)),
                seconds(env, "HF_HUB_ETAG_TIMEOUT", 3),
                seconds(env, "HF_HUB_DOWNLOAD_TIMEOUT", 10),
                Duration.ofSeconds(1));
    }

    private static URI address(String text) {
        try {
            return URI.create(text.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("HF_ENDPOINT is not an http or https address: " + text, e);
        }
    }

    private static @Nullable String token(Map<String, String> env, Path file) {
        String token = text(env, "HF_TOKEN", "");
        if (token.isEmpty() && Files.isRegularFile(file)) {
            try {
                token = Files.readString(file).strip();
            } catch (IOException e) {
                throw new IllegalArgumentException("The file token in HF_HOME can't be read: set HF_TOKEN instead.", e);
            }
        }
        return token.isEmpty() ? null : token;
    }

    private static Path folder(Map<String, String> env, String name, Path otherwise, Path user) {
        String text = text(env, name, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        return text.equals("~") || text.startsWith("~/")
                ? user.resolve(text.substring(1).replaceFirst("^/+", ""))
                : Path.of(text);
    }

    private static Duration seconds(Map<String, String> env, String name, long otherwise) {
        String text = text(env, name, Long.toString(otherwise));
        try {
            return Duration.ofSeconds(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a whole number of seconds: " + text, e);
        }
    }

    private static String text(Map<String, String> env, String name, String otherwise) {
        String text = env.getOrDefault(name, "").strip();
        return text.isEmpty() ? otherwise : text;
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "HubSettings[endpoint=%s, token=%s, cache=%s, offline=%s]"
                .formatted(endpoint, token == null ? "none" : "set", cache, offline);
    }
}
