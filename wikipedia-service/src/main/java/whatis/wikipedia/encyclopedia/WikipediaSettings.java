package whatis.wikipedia.encyclopedia;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which Wikipedia is asked, and how.
 *
 * @param url address of the action API; {@code {language}} stands for the edition. A user and password in it are sent, and
 *     never shown
 * @param contact e-mail address or web page of whoever runs this, for Wikimedia to turn to; empty for none
 * @param deadline how long one request may take, from the name's resolution to the answer's last byte
 * @param patience how long a caller waits for its turn
 * @param rate how many requests a minute may leave; 0 for as many as the rules of the wiki allow one client
 * @param answerLimit how many bytes of an answer are read, uncompressed
 */
@ConfigurationProperties("whatis.wikipedia")
record WikipediaSettings(
        @DefaultValue("https://{language}.wikipedia.org/w/api.php")
        String url,

        @DefaultValue("") String contact,
        @DefaultValue("2s") Duration deadline,
        @DefaultValue("500ms") Duration patience,
        @DefaultValue("0") int rate,
        @DefaultValue("4MB") DataSize answerLimit) {

    private static final Pattern CONTACT = Pattern.compile("[\\x21-\\x7e&&[^()]]{0,200}");

    private static final Pattern WIKIMEDIA = Pattern.compile(
            "(.+\\.)?(wiki(pedia|media|data|books|news|quote|source|versity|voyage)|wiktionary|mediawiki)\\.org",
            Pattern.CASE_INSENSITIVE);

    WikipediaSettings {
        URI endpoint = parse(url, "en");
        if (!String.valueOf(endpoint.getScheme()).matches("https?") || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "url must be like https://wiki.example/w/api.php, not " + withoutUser(url));
        }
        if (!CONTACT.matcher(contact).matches()) {
            throw new IllegalArgumentException("contact must be an e-mail address or a web page, not " + contact);
        }
        if (deadline.compareTo(Duration.ofMillis(1)) < 0 || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "deadline must be at least 1ms and patience not negative: " + deadline + " and " + patience);
        }
        if (rate < 0) {
            throw new IllegalArgumentException("rate must not be negative: " + rate);
        }
        if (answerLimit.toBytes() <= 0) {
            throw new IllegalArgumentException("answer-limit must be positive, not " + answerLimit);
        }
    }

    /** Returns the address of an edition's action API, with the user. */
    String endpoint(String edition) {
        return parse(url, edition).toString();
    }

    /** Tells whether the address is one of Wikimedia's, whose rules then hold. */
    boolean isWikimedia() {
        return WIKIMEDIA.matcher(parse(url, "en").getHost()).matches();
    }

    /**
     * Returns how many requests a minute may leave, unless the rate is set: Wikimedia allows 10 to whom it does not know and 200 to whom it can write to
     * (as of 2026); whoever runs another wiki decides for himself.
     */
    int requestsPerMinute() {
        if (rate > 0) {
            return rate;
        }
        return !isWikimedia() ? Integer.MAX_VALUE : contact.isEmpty() ? 10 : 200;
    }

    private static URI parse(String url, String language) {
        try {
            return new URI(url.replace("{language}", language));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("url is not an address: " + withoutUser(url) + ": " + e.getReason());
        }
    }

    /** Returns an address fit for messages. */
    private static String withoutUser(String url) {
        return url.replaceFirst("^(\\w+://)?.*@", "$1");
    }
}
