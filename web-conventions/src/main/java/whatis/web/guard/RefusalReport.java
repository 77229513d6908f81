package whatis.web.guard;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import whatis.web.problem.ProblemWriter;

/**
 * Tells as a problem what Tomcat refuses by itself, which has a page for that. What comes while it stops is refused without
 * a word, as it is nobody's fault.
 */
final class RefusalReport extends ErrorReportValve {

    private final ProblemWriter problems;

    RefusalReport(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() >= 400
                && response.getContentWritten() == 0
                && response.setErrorReported()
                && response.getStatus() != Response.SC_SERVICE_UNAVAILABLE
                && isConnected(response)) {
            try {
                problems.refuse(HttpStatusCode.valueOf(response.getStatus()), request, response);
            } catch (IOException e) {
                // Nobody is there to be told.
                container.getLogger().debug("A refusal was not told", e);
            }
        }
    }

    private static boolean isConnected(Response response) {
        AtomicBoolean connected = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, connected);
        return connected.get();
    }
}
