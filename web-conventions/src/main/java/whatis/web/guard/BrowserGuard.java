package whatis.web.guard;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Tells browsers with every answer what they may do with it. A valve, as Tomcat's own refusals never reach a filter; and
 * before the work begins, so that an answer that needs more replaces it with {@code HttpServletResponse.setHeader}.
 */
final class BrowserGuard extends ValveBase {

    /** Data is no page: nothing may be loaded or run by it, and nobody may frame it. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    BrowserGuard() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        getNext().invoke(request, response);
    }
}
