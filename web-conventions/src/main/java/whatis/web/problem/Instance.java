package whatis.web.problem;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The address at which a problem occurred (RFC 9457, "instance"). */
final class Instance {

    private Instance() {}

    /**
     * Returns a path as a reference.
     *
     * @param path of a request, as it came; null if it had none that could be read
     * @return null if the path is none
     */
    static @Nullable URI of(@Nullable String path) {
        if (path == null) {
            return null;
        }
        try {
            // Two slashes would begin the name of a host (RFC 3986, 4.2), and be no address at all with nothing behind
            // them.
            return new URI(path.startsWith("//") ? "/." + path : path);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
