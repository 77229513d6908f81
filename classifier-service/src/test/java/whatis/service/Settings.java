package whatis.service;

import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Reads settings as the service does: from environment variables, through {@code application.yml}. */
public final class Settings {

    private Settings() {}

    public static <T> T read(Class<T> type, Map<String, Object> variables) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return Binder.get(environment(variables)).bindOrCreate(prefix, type);
    }

    static ConfigurableEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
