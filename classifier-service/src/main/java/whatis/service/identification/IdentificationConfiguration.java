package whatis.service.identification;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatis.service.encyclopedia.Encyclopedia;
import whatis.service.imagenet.ImageNet;
import whatis.service.imagenet.Senses;
import whatis.service.imagenet.WordNet;
import whatis.service.model.Model;

/** Puts together what an identification takes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentificationSettings.class)
class IdentificationConfiguration {

    @Bean
    Identifier identifier(
            Model model,
            IdentificationSettings settings,
            ImageNet imageNet,
            Senses senses,
            Encyclopedia encyclopedia,
            WordNet wordNet,
            MeterRegistry registry) {
        return new Identifier(
                model,
                new Judge(settings, imageNet, senses),
                encyclopedia,
                wordNet,
                new IdentificationMeters(registry, settings.threshold()));
    }
}
