package whatis.web.guard;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the guard before everything that answers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
class GuardAutoConfiguration {

    @Bean
    GuardCustomizer browserGuard() {
        return new GuardCustomizer();
    }

    /** Comes before the valves of the service, which have no order of their own. */
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    static final class GuardCustomizer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory tomcat) {
            tomcat.addEngineValves(new BrowserGuard());
        }
    }
}
