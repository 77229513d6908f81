package whatis.service.warmup;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import whatis.service.admission.Admission;
import whatis.service.model.Model;

/** Warms the decoder up once the service is ready: before, that would make the start longer. Or rehearses a start, and ends. */
@Configuration(proxyBeanMethods = false)
class WarmUpConfiguration {

    private static final String REHEARSAL = "whatis.rehearsal";

    @Bean
    @ConditionalOnProperty(name = REHEARSAL, havingValue = "false", matchIfMissing = true)
    ApplicationListener<ApplicationReadyEvent> decoderWarmUp(Model model, Admission admission) {
        return ready -> model.whenLoaded(
                classifier -> start(new DecoderWarmUp(() -> admission.inside() > 0), "decoder-warm-up"));
    }

    @Bean
    @ConditionalOnProperty(REHEARSAL)
    ApplicationListener<ApplicationReadyEvent> rehearsal(Model model, Environment environment) {
        return ready -> model.whenLoaded(classifier ->
                start(new Rehearsal(environment.getRequiredProperty("local.server.port", Integer.class)), "rehearsal"));
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
