package whatis.service.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import whatis.service.encyclopedia.EncyclopediaSettings;
import whatis.service.model.Model;
import whatis.service.model.ModelSettings;
import whatis.service.upload.UploadReader;
import whatis.web.problem.ProblemWriter;

/** Puts admission before the addresses that take images. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionSettings.class)
class AdmissionConfiguration {

    @Bean
    Admission admission(AdmissionSettings settings, ModelSettings model, EncyclopediaSettings encyclopedia) {
        return new Admission(settings.requests(), settings.patience(model, encyclopedia));
    }

    @Bean
    Shutdown shutdown(Admission admission, LifecycleProperties lifecycle) {
        return new Shutdown(admission, lifecycle.getTimeoutPerShutdownPhase());
    }

    @Bean
    MeterBinder admissionMeters(Admission admission) {
        return registry -> {
            Gauge.builder("whatis.admitted.requests", admission, Admission::inside)
                    .description("Requests with an image that are in work")
                    .register(registry);
            Gauge.builder("whatis.arriving.requests", admission, Admission::outside)
                    .description("Requests whose image is still arriving")
                    .register(registry);
        };
    }

    @Bean
    FilterRegistrationBean<AdmissionFilter> admissionFirst(Admission admission, Model model, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new AdmissionFilter(admission, model, problems));
        filter.setUrlPatterns(UploadReader.ADDRESSES);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebMvcConfigurer arrivedWork(Admission admission, Model model) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ArrivedWork(admission, model)).addPathPatterns(UploadReader.ADDRESSES);
            }
        };
    }
}
