package whatis.web.bounds;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Has Tomcat read no body but for a controller that asks for it. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(DrainSettings.class)
class BoundsAutoConfiguration {

    @Bean
    BoundsCustomizer boundedClients(DrainSettings settings) {
        return new BoundsCustomizer(settings);
    }

    /** Comes before all other valves, as each of them may answer. */
    @Order(Ordered.LOWEST_PRECEDENCE - 2)
    record BoundsCustomizer(DrainSettings settings)
            implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        /** Ends the trailers, even where there are none. */
        private static final int LINE_BREAK = 2;

        @Override
        public void customize(ConfigurableTomcatWebServerFactory tomcat) {
            tomcat.addEngineValves(new BodyValve(settings));
            tomcat.addConnectorCustomizers(BoundsCustomizer::bound);
        }

        private static void bound(Connector connector) {
            // Parameters are those of the address. Tomcat would look for them in a form, too, and read all of it.
            connector.setParseBodyMethods("");
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                // What may stand between and after chunks says nothing here, and could take hours, within one read.
                http.setMaxExtensionSize(0);
                http.setMaxTrailerSize(LINE_BREAK);
            }
        }
    }
}
