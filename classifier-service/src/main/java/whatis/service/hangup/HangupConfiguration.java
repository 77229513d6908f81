package whatis.service.hangup;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets Tomcat tell which clients have hung up. */
@Configuration(proxyBeanMethods = false)
class HangupConfiguration {

    @Bean
    ClientWatch clientWatch() {
        return new ClientWatch();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> watchableConnections() {
        return tomcat -> {
            tomcat.setProtocol(WatchableProtocol.class.getName());
            tomcat.addEngineValves(new ConnectionValve());
        };
    }
}
