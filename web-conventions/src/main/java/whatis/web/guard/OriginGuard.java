package whatis.web.guard;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import whatis.web.problem.AccessProblem;
import whatis.web.problem.ProblemWriter;

/**
 * Refuses what pages of other origins send, preflights included, but for opening an address. Such a page can't read the
 * answer, but the work would be done.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class OriginGuard extends ValveBase {

    private final ProblemWriter problems;

    OriginGuard(ProblemWriter problems) {
        super(true);
        this.problems = problems;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isError() || isOwn(request) || isNavigation(request)) {
            getNext().invoke(request, response);
        } else {
            problems.refuse(AccessProblem.FOREIGN_ORIGIN, request, response);
        }
    }

    /** Another port of the same host is another origin, though it is of the same site. */
    private static boolean isOwn(Request request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        // An old browser, a page without TLS from another machine, or no browser at all.
        String origin = request.getHeader("Origin");
        return origin == null || isHost(origin, request);
    }

    /** Compares without the scheme, which a gateway with TLS changes. A page can't set either of these headers. */
    private static boolean isHost(String origin, Request request) {
        String gateway = request.getHeader("X-Forwarded-Host");
        String host = gateway == null ? request.getHeader("Host") : gateway;
        return origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
    }

    /** Tells whether somebody opens the address in a window. What is fetched ahead may never be seen. */
    private static boolean isNavigation(Request request) {
        return "GET".equals(request.getMethod())
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && request.getHeader("Sec-Purpose") == null;
    }
}
