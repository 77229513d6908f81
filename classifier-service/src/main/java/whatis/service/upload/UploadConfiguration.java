package whatis.service.upload;

import org.apache.coyote.ContinueResponseTiming;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts uploads together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadSettings.class)
class UploadConfiguration {

    @Bean
    UploadReader uploadReader(UploadSettings settings) {
        return new UploadReader(settings);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> largeUploads(UploadSettings settings) {
        return tomcat -> {
            tomcat.addEngineValves(new DrainValve(settings));
            // Asks a client that waits for "100 Continue" for its body only once somebody reads it.
            tomcat.addConnectorCustomizers(connector -> connector.setProperty(
                    "continueResponseTiming", ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
        };
    }
}
