package whatis.web.guard;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import whatis.web.problem.ProblemWriter;

/** Puts the guards before what answers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(HostSettings.class)
class GuardAutoConfiguration {

    @Bean
    GuardCustomizer browserGuard() {
        return new GuardCustomizer();
    }

    /** Come after the valves of the service, which may have to read on where a request is refused. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> requestGuards(
            HostSettings settings, ProblemWriter problems) {
        return tomcat -> {
            tomcat.addEngineValves(new HostGuard(settings, problems), new OriginGuard(problems));
            // The last of its kind, in front of which Tomcat's own finds nothing left to tell.
            tomcat.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new RefusalReport(problems)));
        };
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
