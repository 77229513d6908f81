package whatis.service.encyclopedia;

import static feign.FeignException.errorStatus;

import feign.Request;
import feign.Response;
import feign.RetryableException;
import feign.codec.ErrorDecoder;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.NoFallbackAvailableException;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;
import whatis.web.problem.ProblemType;

/**
 * Finds articles: asks wikipedia-service with Feign, through a circuit breaker. The one class that knows Feign. Safe for use
 * by many threads.
 */
@Component
@EnableFeignClients(clients = Encyclopedia.Articles.class)
public class Encyclopedia {

    private static final Logger LOG = LoggerFactory.getLogger(Encyclopedia.class);

    private final Articles articles;

    Encyclopedia(Articles articles) {
        this.articles = articles;
    }

    /**
     * Finds the article that fits a term best.
     *
     * @param characters how many Unicode code points of the text to return, 1 to 10,000
     * @param language ISO 639-1 code, or a variant of Chinese or Serbian such as {@code zh-tw}
     * @return nothing if Wikipedia was asked and has no page
     * @throws ProblemException if it can't tell: unavailable, too slow, or no usable answer
     */
    public Optional<Article> find(String term, int characters, String language) {
        try {
            return Optional.of(articles.find(term, characters, language));
        } catch (RuntimeException e) {
            Throwable cause = telling(e);
            if (cause instanceof NoPageFoundException) {
                return Optional.empty();
            }
            // The circuit breaker tells once that it is open, and meters count what it refuses.
            if (!(cause instanceof CallNotPermittedException)) {
                LOG.warn("No article on \"{}\": {}", term, cause.toString());
            }
            throw new ProblemException(problem(cause), e);
        }
    }

    /** Returns what happened, below what Feign and the circuit breaker have wrapped around it. */
    private static Throwable telling(RuntimeException e) {
        Throwable cause = e;
        while (cause instanceof NoFallbackAvailableException || cause instanceof RetryableException) {
            cause = Objects.requireNonNull(cause.getCause());
        }
        return cause;
    }

    private static ProblemType problem(Throwable cause) {
        if (cause instanceof ProblemException answer) {
            return answer.problem();
        }
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return Problem.ENCYCLOPEDIA_TIMEOUT;
        }
        boolean unreachable = cause instanceof CallNotPermittedException
                || cause instanceof SocketException
                || cause instanceof UnknownHostException;
        return unreachable ? Problem.ENCYCLOPEDIA_UNAVAILABLE : Problem.ENCYCLOPEDIA_ERROR;
    }

    /** The API of wikipedia-service. */
    @FeignClient(name = "wikipedia-service", url = "${whatis.encyclopedia.url}", configuration = Wiring.class)
    interface Articles {

        @GetMapping("/articles")
        Article find(
                @RequestParam("query") String query,
                @RequestParam("characters") int characters,
                @RequestParam("language") String language);
    }

    /** What this client has of its own; not found by scanning, which would give it to every client. */
    static class Wiring {

        @Bean
        Request.Options timeouts(EncyclopediaSettings settings) {
            return new Request.Options(settings.connectTimeout(), settings.readTimeout(), false);
        }

        @Bean
        ErrorDecoder errors() {
            return (method, response) -> switch (response.status()) {
                case 404 -> isNoPageFound(response) ? new NoPageFoundException() : errorStatus(method, response);
                case 502 -> new ProblemException(Problem.ENCYCLOPEDIA_ERROR);
                case 503 -> new ProblemException(Problem.ENCYCLOPEDIA_UNAVAILABLE);
                case 504 -> new ProblemException(Problem.ENCYCLOPEDIA_TIMEOUT);
                default -> errorStatus(method, response);
            };
        }

        /** Any server has a 404 for addresses that it doesn't know; only this one means Wikipedia. */
        private static boolean isNoPageFound(Response response) {
            try (InputStream body = response.body().asInputStream()) {
                return JsonMapper.shared()
                        .readTree(body)
                        .path("type")
                        .asString("")
                        .equals("/problems/no-page-found");
            } catch (IOException | JacksonException e) {
                return false;
            }
        }
    }
}
