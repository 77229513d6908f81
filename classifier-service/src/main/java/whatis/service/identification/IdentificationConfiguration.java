package whatis.service.identification;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatis.service.admission.Admission;
import whatis.service.encyclopedia.Encyclopedia;
import whatis.service.hangup.ClientWatch;
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
            Admission admission,
            ClientWatch clients,
            IdentificationSettings settings,
            ImageNet imageNet,
            Senses senses,
            Encyclopedia encyclopedia,
            WordNet wordNet,
            MeterRegistry registry) {
        CompletableFuture<Judge> judge = new CompletableFuture<>();
        model.whenLoaded(classifier -> judge.complete(Judge.of(settings, imageNet, senses, classifier.labels())));
        return new Identifier(
                new Classifying(model, admission, clients),
                judge,
                encyclopedia,
                wordNet,
                new IdentificationMeters(registry, settings.threshold()));
    }
}
