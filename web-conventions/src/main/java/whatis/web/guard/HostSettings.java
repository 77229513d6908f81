package whatis.web.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which hosts a service answers for.
 *
 * @param hosts names by which clients reach this service, without scheme and port, such as {@code mybox,whatis.example};
 *     {@code localhost} and IP addresses need not be listed
 */
@ConfigurationProperties("whatis")
record HostSettings(@DefaultValue Set<String> hosts) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*");

    private static final Pattern IP_ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    /**
     * No address of a host, but systems take it for loopback. Browsers don't: they tell there neither Sec-Fetch-Site nor,
     * with GET, Origin.
     */
    private static final Set<String> UNSPECIFIED = Set.of("0.0.0.0", "[::]", "[::ffff:0:0]");

    HostSettings {
        // A list that is put together from others may have gaps.
        hosts = hosts.stream()
                .filter(name -> !name.isEmpty())
                .map(HostSettings::checked)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "whatis.hosts takes names such as whatis.example, without scheme and port, not '" + name + "'");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    /** Tells whether a host is this one. A name that nobody has listed may be that of anybody's page. */
    boolean include(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || IP_ADDRESS.matcher(name).matches() && !UNSPECIFIED.contains(name)
                || hosts.contains(name);
    }
}
