package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients can't take of a running service: memory for what nobody reads, and threads that wait for them. */
public interface BoundsContract {

    String FORM = "application/x-www-form-urlencoded";

    int SIZE = 6 << 20;

    int port();

    @ParameterizedTest
    @CsvSource({
        "GET, /problems, 200",
        "HEAD, /problems, 200",
        "OPTIONS, /problems, 200",
        "POST, /problems, 405",
        "PUT, /problems, 405",
        "PATCH, /problems, 405",
        "DELETE, /problems, 405",
        "TRACE, /problems, 405",
        "PURGE, /problems, 405",
        "PUT, /problems/nonsense, 405",
        "PUT, /nothing, 404",
        "POST, /nothing?a=b, 404",
        "GET, /nothing, 404",
        "GET, /actuator/info, 200",
        "PUT, /actuator/info, 405",
        "POST, /actuator/info, 405",
        "PATCH, /actuator/env, 404",
        "DELETE, //, 404",
        "POST, /error, 404",
        "PUT, /error, 404"
    })
    default void formOfAnyServiceWhenNobodyReadsItExpectAnswerAlready(String method, String path, int status)
            throws IOException {
        assertAnsweredAlready(method, path, FORM, status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/info", "/actuator/prometheus"})
    default void jsonWhenTheActuatorWouldReadItExpectAnswerAlready(String path) throws IOException {
        assertAnsweredAlready("GET", path, "application/json", 200);
    }

    @Test
    default void preflightWhenItHasABodyExpectRefusalAlready() throws IOException {
        String preflight = "Origin: https://evil.example\r\nAccess-Control-Request-Method: PUT\r\n";
        assertAnsweredAlready("OPTIONS", "/nothing", "text/plain\r\n" + preflight.stripTrailing(), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/nothing", "/actuator/info", "*"})
    default void clientsOfAnyServiceWhenTheyTrickleExpectNoThreadHeld(String path) throws Exception {
        assertNoThreadHeld(path, FORM);
    }

    /** Demands the answer while most of the body is still to come, and a problem where it is a refusal with a body. */
    default void assertAnsweredAlready(String method, String path, String type, int status) throws IOException {
        try (RawConnection connection = new RawConnection(port())) {
            connection.write(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                    + type + "\r\nContent-Length: " + SIZE + "\r\n\r\n");
            byte[] quarter = "a&".repeat(SIZE / 8).getBytes();
            connection.write(quarter);
            assertThat(connection.read("HTTP/1.1 200".length())).isEqualTo("HTTP/1.1 " + status);
            for (int i = 0; i < 3; i++) {
                connection.write(quarter);
            }
            String rest = connection.answer();
            if (status > 403) {
                assertThat(rest).contains("application/problem+json", "\"status\":" + status);
            }
        }
    }

    /** Demands that no client holds a thread by sending a byte now and then, whatever the method and the place. */
    default void assertNoThreadHeld(String path, String type) throws Exception {
        List<RawConnection> clients = new ArrayList<>();
        try {
            for (String method :
                    List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE")) {
                String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n";
                for (String unfinished : List.of(
                        "X: ",
                        "Content-Length: 9999\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nfff\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n1;",
                        "Transfer-Encoding: chunked\r\n\r\n0\r\nX: ")) {
                    RawConnection client = new RawConnection(port());
                    clients.add(client);
                    client.write(head + unfinished);
                }
            }
            ThreadDump.assertNoneServing(() -> clients.forEach(BoundsContract::trickle));
        } finally {
            for (RawConnection client : clients) {
                client.close();
            }
        }
    }

    private static void trickle(RawConnection client) {
        try {
            client.write("a");
        } catch (IOException e) {
            // The service has closed the connection, which is one way not to wait.
        }
    }
}
