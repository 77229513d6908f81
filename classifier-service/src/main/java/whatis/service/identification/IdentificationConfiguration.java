package whatis.service.identification;

import io.micrometer.core.instrument.MeterRegistry;
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
import whatis.service.upload.UploadReader;

/** Puts together what an identification takes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentificationSettings.class)
class IdentificationConfiguration {

    @Bean
    Identifier identifier(
            UploadReader uploads,
            Model model,
            Admission admission,
            ClientWatch clients,
            IdentificationSettings settings,
            ImageNet imageNet,
            Senses senses,
            Encyclopedia encyclopedia,
            WordNet wordNet,
            MeterRegistry registry) {
        return new Identifier(
                uploads,
                new Classifying(model, admission, clients),
                new Judge(settings, imageNet, senses),
                encyclopedia,
                wordNet,
                new IdentificationMeters(registry, settings.threshold()));
    }
}
