package whatis.web;

import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The properties that a service sees, {@code application.yml} included, for given environment variables. */
public final class ServiceEnvironment {

    private ServiceEnvironment() {}

    public static ConfigurableEnvironment with(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /** Returns settings as the service reads them. */
    public static <T> T read(Class<T> settings, Map<String, Object> variables) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Binder.get(with(variables)).bindOrCreate(prefix, settings);
    }
}
