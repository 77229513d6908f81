package whatis.service.model;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatis.classification.ModelDescription;

/** Provides the health {@code model} that readiness waits for, and what {@code /actuator/info} tells. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {

    @Bean
    HealthIndicator modelHealthIndicator(Model model) {
        return () -> model.classifier().isPresent()
                ? Health.up().build()
                : Health.outOfService().build();
    }

    @Bean
    InfoContributor modelInfo(Model model) {
        return info -> model.classifier().ifPresent(classifier -> info.withDetail("model", info(classifier.model())));
    }

    @Bean
    MeterBinder modelMeters(Model model) {
        return registry -> model.whenLoaded(classifier -> new ModelMeters(classifier).bindTo(registry));
    }

    private static Map<String, Object> info(ModelDescription description) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("name", PublicName.of(description));
        info.put("revision", description.revision());
        info.put("precision", description.precision().toString());
        info.put("arrangement", description.arrangement().toString());
        info.put("fused", description.fused());
        info.put("fallback", description.fallback());
        info.put("threads", Runtime.getRuntime().availableProcessors());
        return info;
    }
}
