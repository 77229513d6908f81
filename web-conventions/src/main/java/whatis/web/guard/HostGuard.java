package whatis.web.guard;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import whatis.web.problem.AccessProblem;
import whatis.web.problem.ProblemWriter;

/**
 * Refuses requests for other hosts. To a browser, a page whose name has been given the address of this service is of the
 * same origin (DNS rebinding): only the name tells it apart.
 */
final class HostGuard extends ValveBase {

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final HostSettings settings;
    private final ProblemWriter problems;

    HostGuard(HostSettings settings, ProblemWriter problems) {
        super(true);
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isError() || isOurs(request)) {
            getNext().invoke(request, response);
        } else {
            problems.refuse(AccessProblem.FOREIGN_HOST, request, response);
        }
    }

    private boolean isOurs(Request request) {
        String header = request.getHeader("Host");
        // HTTP/2 has it in another place. A client of HTTP/1.0 may leave it out, or empty; a browser never does.
        String host =
                header == null ? request.getServerName() : PORT.matcher(header).replaceFirst("");
        return host == null || host.isEmpty() || settings.include(host);
    }
}
