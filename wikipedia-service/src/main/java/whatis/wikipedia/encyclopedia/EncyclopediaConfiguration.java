package whatis.wikipedia.encyclopedia;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the encyclopedia: a cache before good manners before jwiki. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WikipediaSettings.class, CacheSettings.class})
class EncyclopediaConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EncyclopediaConfiguration.class);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Encyclopedia encyclopedia(
            WikipediaSettings wikipedia,
            CacheSettings cache,
            BuildProperties build,
            MeterRegistry registry,
            InstantSource clock) {
        if (wikipedia.isWikimedia() && wikipedia.contact().isEmpty()) {
            LOG.warn(
                    "Wikimedia allows {} requests a minute to a client that names no contact. For 200, set WHATIS_CONTACT to an"
                            + " e-mail address or a web page of yours.",
                    wikipedia.requestsPerMinute());
        }
        Encyclopedia jwiki = new JwikiEncyclopedia(wikipedia, userAgent(build, wikipedia.contact()), clock);
        Encyclopedia polite = new PoliteEncyclopedia(
                new MeteredEncyclopedia(jwiki, registry),
                wikipedia.requestsPerMinute(),
                wikipedia.patience(),
                registry,
                TimeMeter.SYSTEM_NANOTIME);
        return new CachingEncyclopedia(polite, cache, registry, clock);
    }

    /** Returns a name of the form that Wikimedia's User-Agent policy asks for. */
    private static String userAgent(BuildProperties build, String contact) {
        return "whatis/" + build.getVersion() + (contact.isEmpty() ? "" : " (" + contact + ")") + " jwiki/1.11.0";
    }
}
