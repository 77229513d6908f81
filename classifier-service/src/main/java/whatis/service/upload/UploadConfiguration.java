package whatis.service.upload;

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
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> drainedUploads(UploadSettings settings) {
        return tomcat -> tomcat.addEngineValves(new DrainValve(settings));
    }
}
