package whatis.service.imagenet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides what is known about ImageNet. */
@Configuration(proxyBeanMethods = false)
class ImageNetConfiguration {

    @Bean
    ImageNet imageNet() {
        return ImageNet.load();
    }

    @Bean
    Senses senses() {
        return Senses.load();
    }

    @Bean
    WordNet wordNet() {
        return new WordNet();
    }
}
