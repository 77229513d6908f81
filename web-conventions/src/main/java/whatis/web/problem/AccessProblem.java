package whatis.web.problem;

import org.springframework.http.HttpStatus;

/** What any service refuses because of the address or the page from which it was asked. */
public enum AccessProblem implements ProblemType {
    FOREIGN_HOST(
            "This service does not answer to the host name in the address: its operator can set WHATIS_HOSTS to it.",
            "The name is that of a computer, a container or a gateway. A stranger's web page can give its own name the"
                    + " address of this service (DNS rebinding), so those alone are answered that the operator lists.",
            "Operators list the names by which clients ask, without scheme and port: WHATIS_HOSTS=mybox,whatis.example."
                    + " localhost and IP addresses, as in http://192.168.1.20:8000/, need not be listed."),
    FOREIGN_ORIGIN(
            "This service does not answer to web pages of other origins.",
            "A page that came from another host or port sent the request, or a gateway has changed the header Host.",
            "Send the request from a program, or from a server of your own. Gateways pass on Host, or say it in"
                    + " X-Forwarded-Host.");

    private final Explanation explanation;

    AccessProblem(String sentence, String cause, String remedy) {
        this.explanation = new Explanation(HttpStatus.FORBIDDEN, sentence, cause, remedy);
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }
}
