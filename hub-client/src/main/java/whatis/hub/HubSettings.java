package whatis.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the hub and its cache are, and how patient to be.
 *
 * @param endpoint address of the hub without a trailing slash, http or https
 * @param token access token for private and gated repositories, sent to the endpoint's host only; visible ASCII
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

    public HubSettings {
        if (endpoint.toString().contains("@")) {
            // Not quoted: messages and logs are no place for a password.
            throw new IllegalArgumentException(
                    "HF_ENDPOINT holds a user or a password, which is never sent: leave it out, and set HF_TOKEN.");
        }
        if (endpoint.getHost() == null || !Set.of("http", "https").contains(endpoint.getScheme())) {
            throw new IllegalArgumentException("HF_ENDPOINT is not an http or https address: " + endpoint
                    + "; an example: https://huggingface.co");
        }
        if (token != null && !token.chars().allMatch(HubSettings::isTokenCharacter)) {
            throw new IllegalArgumentException("The token has characters that no token has: copy it again.");
        }
        if (reachTimeout.compareTo(Duration.ZERO) <= 0 || stallTimeout.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("timeouts must be above zero: " + reachTimeout + ", " + stallTimeout);
        }
        if (retryPause.isNegative()) {
            throw new IllegalArgumentException("negative pause: " + retryPause);
        }
    }

    /**
     * Reads the variables of Python's {@code huggingface_hub}, with its precedence, so that both share one cache:
     * {@code HF_ENDPOINT}; {@code HF_TOKEN}, else {@code HUGGING_FACE_HUB_TOKEN}, else the file that
     * {@code HF_TOKEN_PATH} names, else {@code token} in {@code HF_HOME}; {@code HF_HUB_CACHE}, else
     * {@code HUGGINGFACE_HUB_CACHE}, else {@code hub} in {@code HF_HOME}; {@code HF_HOME}, else {@code huggingface} in
     * {@code XDG_CACHE_HOME}; {@code HF_HUB_OFFLINE}, else {@code TRANSFORMERS_OFFLINE}; and in seconds
     * {@code HF_HUB_ETAG_TIMEOUT} (3) and {@code HF_HUB_DOWNLOAD_TIMEOUT} (10). Paths may begin with {@code ~} and hold
     * {@code $VARIABLE}. What is empty counts as not set.
     *
     * @throws IllegalArgumentException if a value makes no sense
     */
    public static HubSettings fromEnvironment(Map<String, String> env) {
        return new HubEnvironment(env).settings();
    }

    /** Whatever else there is may not stand in a header of HTTP, or is a slip of the clipboard. */
    static boolean isTokenCharacter(int character) {
        return character > ' ' && character <= '~';
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "HubSettings[endpoint=%s, token=%s, cache=%s, offline=%s]"
                .formatted(endpoint, token == null ? "none" : "set", cache, offline);
    }
}
