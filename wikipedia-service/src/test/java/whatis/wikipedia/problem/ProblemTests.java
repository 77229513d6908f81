package whatis.wikipedia.problem;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import whatis.web.ProblemContract;
import whatis.web.problem.ProblemType;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Boot leaves it out of tests.
        properties = "management.prometheus.metrics.export.enabled=true")
class ProblemTests implements ProblemContract {

    @LocalServerPort
    private int port;

    @Override
    public int port() {
        return port;
    }

    @Override
    public ProblemType[] problems() {
        return Problem.values();
    }
}
