package whatis.service.security;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the guard before everything that answers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> browserGuard() {
        return tomcat -> tomcat.addEngineValves(new BrowserGuard());
    }
}
