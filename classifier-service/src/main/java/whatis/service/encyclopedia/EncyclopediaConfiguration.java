package whatis.service.encyclopedia;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatis.web.problem.ProblemException;

/** Sets the circuit breaker that Feign goes through. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EncyclopediaSettings.class)
class EncyclopediaConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EncyclopediaConfiguration.class);

    private static final int WINDOW = 10;

    /**
     * Opens when wikipedia-service is out of reach or talks nonsense. "No page" is an answer, and so is its word that
     * Wikipedia fails: it has articles in its cache for as long, and knows best when to ask Wikipedia again.
     */
    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> circuitBreaker(EncyclopediaSettings settings) {
        CircuitBreakerConfig circuitBreaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(WINDOW)
                .permittedNumberOfCallsInHalfOpenState(WINDOW)
                .waitDurationInOpenState(settings.recovery())
                .recordException(e -> !(e instanceof NoPageFoundException || e instanceof ProblemException))
                .build();
        // Its default, one second, would cut off answers that Feign still waits for.
        TimeLimiterConfig timeLimiter =
                TimeLimiterConfig.custom().timeoutDuration(settings.deadline()).build();
        return factory -> {
            factory.configureDefault(id -> new Resilience4JConfigBuilder(id)
                    .circuitBreakerConfig(circuitBreaker)
                    .timeLimiterConfig(timeLimiter)
                    .build());
            factory.getCircuitBreakerRegistry().getEventPublisher().onEntryAdded(added -> {
                letFirstAnswerDecide(added.getAddedEntry());
                added.getAddedEntry().getEventPublisher().onStateTransition(EncyclopediaConfiguration::tell);
            });
        };
    }

    /**
     * Has a half-open circuit breaker decided by the call that ends first. It would wait for all that it permits, and refuse
     * what the cache can answer at once while those wait for Wikipedia.
     */
    private static void letFirstAnswerDecide(CircuitBreaker circuitBreaker) {
        circuitBreaker.getEventPublisher().onSuccess(event -> {
            if (circuitBreaker.getState() == State.HALF_OPEN) {
                circuitBreaker.transitionToClosedState();
            }
        });
        circuitBreaker.getEventPublisher().onError(event -> {
            if (circuitBreaker.getState() == State.HALF_OPEN) {
                circuitBreaker.transitionToOpenState();
            }
        });
    }

    private static void tell(CircuitBreakerOnStateTransitionEvent event) {
        switch (event.getStateTransition()) {
            case CLOSED_TO_OPEN ->
                LOG.warn(
                        "{} is left alone: half of the last {} questions failed",
                        event.getCircuitBreakerName(),
                        WINDOW);
            case HALF_OPEN_TO_CLOSED -> LOG.info("{} answers again", event.getCircuitBreakerName());
            default -> {
                // Nothing that changes what clients get.
            }
        }
    }
}
