package whatis.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables of Python's {@code huggingface_hub}. */
record HubEnvironment(Map<String, String> variables) {

    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:(\\w+)|\\{([^}]*)})");

    HubSettings settings() {
        Path caches = folder("XDG_CACHE_HOME", user().resolve(".cache"));
        Path home = folder("HF_HOME", caches.resolve("huggingface"));
        return new HubSettings(
                endpoint(),
                token(home),
                folder("HF_HUB_CACHE", folder("HUGGINGFACE_HUB_CACHE", home.resolve("hub"))),
                TRUE.contains(text("HF_HUB_OFFLINE", text("TRANSFORMERS_OFFLINE", "0"))
                        .toUpperCase(Locale.ROOT)),
                seconds("HF_HUB_ETAG_TIMEOUT", 3),
                seconds("HF_HUB_DOWNLOAD_TIMEOUT", 10),
                Duration.ofSeconds(1));
    }

    private URI endpoint() {
        String text = text("HF_ENDPOINT", "https://huggingface.co");
        try {
            return URI.create(text.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            // Without the cause, which quotes the address, and there may be a password in it.
            throw new IllegalArgumentException(
                    "HF_ENDPOINT is not an http or https address" + (text.contains("@") ? "." : ": " + text));
        }
    }

    private @Nullable String token(Path home) {
        for (String name : new String[] {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
            String token = clean(text(name, ""), name);
            if (!token.isEmpty()) {
                return token;
            }
        }
        Path file = folder("HF_TOKEN_PATH", home.resolve("token"));
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            // Any byte is a character in this charset, so that a strange one is reported as such.
            String token = clean(Files.readString(file, StandardCharsets.ISO_8859_1), "The file token of HF_HOME");
            return token.isEmpty() ? null : token;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file that HF_TOKEN_PATH names, or token in HF_HOME, can't be read: set HF_TOKEN instead.", e);
        }
    }

    /** As Python does it: a token that was copied over two lines is put together again. */
    private static String clean(String token, String source) {
        String clean = token.replaceAll("[\\r\\n]", "").strip();
        for (int i = 0; i < clean.length(); i++) {
            if (!HubSettings.isTokenCharacter(clean.charAt(i))) {
                throw new IllegalArgumentException(
                        "%s has a character that no token has, at position %d: copy it again."
                                .formatted(source, i + 1));
            }
        }
        return clean;
    }

    private Path folder(String name, Path otherwise) {
        String text = text(name, "");
        try {
            return text.isEmpty() ? otherwise : Path.of(expandVariables(expandUser(text)));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " is not a path on this system: " + text, e);
        }
    }

    private String expandUser(String path) {
        return path.equals("~") || path.startsWith("~/") ? user() + path.substring(1) : path;
    }

    /** As in Python, a variable that isn't set stays as it is written. */
    private String expandVariables(String path) {
        return REFERENCE.matcher(path).replaceAll(match -> {
            String name = match.group(1) != null ? match.group(1) : match.group(2);
            return Matcher.quoteReplacement(variables.getOrDefault(name, match.group()));
        });
    }

    private Path user() {
        return Path.of(text("HOME", System.getProperty("user.home")));
    }

    private Duration seconds(String name, long otherwise) {
        String text = text(name, Long.toString(otherwise));
        try {
            return Duration.ofSeconds(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a whole number of seconds: " + text, e);
        }
    }

    private String text(String name, String otherwise) {
        String text = variables.getOrDefault(name, "").strip();
        return text.isEmpty() ? otherwise : text;
    }
}
