package whatis.service.upload;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts uploads together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadSettings.class)
class UploadConfiguration {

    /** For encoded images. More than half of the heap is for decoded ones, and the rest for everything else. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 4;

    @Bean
    UploadReader uploadReader(UploadSettings settings) {
        return new UploadReader(settings);
    }

    @Bean
    Arrivals arrivals(UploadSettings settings) {
        return new Arrivals(settings, MEMORY);
    }

    @Bean
    WebMvcConfigurer arrivalsBeforeAllElse(Arrivals arrivals) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(arrivals)
                        .addPathPatterns(UploadReader.ADDRESSES)
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
