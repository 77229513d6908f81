package whatis.service.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import whatis.service.encyclopedia.EncyclopediaSettings;
import whatis.service.model.Model;
import whatis.service.model.ModelSettings;
import whatis.service.upload.UploadReader;
import whatis.web.problem.ProblemWriter;

/** Puts admission before the addresses that take images. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionSettings.class)
class AdmissionConfiguration {

    /** For encoded images. More than half of the heap is for decoded ones, and the rest for everything else. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 4;

    @Bean
    Admission admission(AdmissionSettings settings, ModelSettings model, EncyclopediaSettings encyclopedia) {
        return new Admission(settings.requests(), MEMORY, settings.patience(model, encyclopedia));
    }

    @Bean
    Shutdown shutdown(Admission admission, LifecycleProperties lifecycle) {
        return new Shutdown(admission, lifecycle.getTimeoutPerShutdownPhase());
    }

    @Bean
    MeterBinder admissionMeters(Admission admission) {
        return registry -> Gauge.builder("whatis.admitted.requests", admission, Admission::inside)
                .description("Requests with an image that are in work")
                .register(registry);
    }

    @Bean
    FilterRegistrationBean<AdmissionFilter> admissionFirst(
            Admission admission, Model model, UploadReader uploads, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new AdmissionFilter(admission, model, uploads, problems));
        filter.addUrlPatterns("/whatis", "/whatis/", "/api/v1/identifications");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
