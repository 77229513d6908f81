package whatis.web.problem;

import java.net.URI;

/** The address at which a problem occurred (RFC 9457, "instance"). */
final class Instance {

    private Instance() {}

    /** @param path of a request, as it came */
    static URI of(String path) {
        // Two slashes would begin the name of a host (RFC 3986, 4.2), and be no address at all with nothing behind
        // them.
        return URI.create(path.startsWith("//") ? "/." + path : path);
    }
}
