package whatis.service.hangup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11Nio2Protocol;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;

@TestPropertySource(properties = "server.http2.enabled=true")
@Import(UnwatchedProtocolTests.AnotherConnector.class)
class UnwatchedProtocolTests extends RunningService {

    @Autowired
    private AnotherConnector another;

    @Test
    void pictureWhenItComesOverHttp2ExpectItNamed() throws Exception {
        try (Http2Connection connection = new Http2Connection(port)) {
            int status = connection.post(
                    "/whatis", Form.TYPE, Form.file(Pictures.png()).bytes());

            assertThat(status).isEqualTo(Http2Connection.OK);
        }
    }

    @Test
    void pictureWhenItsClientOffersHttp2InPassingExpectItNamedOverHttp1() {
        byte[] padding = new byte[100_000];
        HttpResponse<String> answer = post(
                "/whatis",
                Form.file(Pictures.png())
                        .add("form-data; name=padding", padding)
                        .bytes());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void pictureWhenItComesOverAnotherConnectorExpectItNamed() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + another.connector.getLocalPort() + "/whatis"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", Form.TYPE)
                .POST(BodyPublishers.ofByteArray(Form.file(Pictures.png()).bytes()))
                .build();

        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    /** As AJP would be: beside the service's own, and served by a processor of Tomcat. */
    @TestConfiguration
    static class AnotherConnector {

        private final Connector connector = new Connector(Http11Nio2Protocol.class.getName());

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> anotherConnector() {
            connector.setPort(0);
            return tomcat -> tomcat.addAdditionalConnectors(connector);
        }
    }
}
