package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares a service's part of {@code docs/settings.md} with what the compiler noted of the settings, and {@code application.yml}. */
public abstract class SettingsReferenceContract {

    private static final Path REFERENCE = Path.of("..", "docs", "settings.md");

    /** A value that is taken from the environment, and its default. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.-]+)(:.*)?}");

    private static final Pattern CODE_TAG = Pattern.compile("\\{@code ((?:[^{}]|\\{[^{}]*})*)}");

    private final Environment defaults = ServiceEnvironment.with(Map.of());
    private final String service;

    /** @param service name of the service, which is that of its module */
    protected SettingsReferenceContract(String service) {
        this.service = service;
    }

    /** With {@code -Dsettings.write}, writes this part instead. */
    @Test
    void referenceWhenSettingsHaveChangedExpectItRenewed() throws IOException {
        Matcher part = part().matcher(Files.readString(REFERENCE));
        assertThat(part.find()).as("a part of this service").isTrue();
        String renewed = part.replaceFirst("$1" + Matcher.quoteReplacement(table()) + "$2");
        if (System.getProperty("settings.write") != null) {
            Files.writeString(REFERENCE, renewed);
        }
        assertThat(REFERENCE)
                .as(
                        "renew it: mvn test -pl %s -am -Dtest=SettingsReferenceTests -Dsettings.write"
                                + " -Dsurefire.failIfNoSpecifiedTests=false",
                        service)
                .hasContent(renewed);
    }

    @Test
    void settingWhenItsVariableIsSetExpectItsValue() throws IOException {
        variables(described()).forEach((name, variable) -> {
            ConfigurableEnvironment environment = ServiceEnvironment.with(Map.of(variable, "a value"));
            ConfigurationPropertySources.attach(environment);
            assertThat(environment.getProperty(name)).as(variable).isEqualTo("a value");
        });
    }

    /** The conventions are imported, and so come before {@code application.yml}; what operators write comes before both. */
    @Test
    void conventionWhenAFileOfTheOperatorDiffersExpectTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("operator.properties"), "logging.pattern.console=%m\n");
        Map<String, Object> variables = Map.of("SPRING_CONFIG_ADDITIONALLOCATION", file.toString());
        assertThat(ServiceEnvironment.with(variables).getProperty("logging.pattern.console"))
                .isEqualTo("%m");
        assertThat(defaults.getProperty("logging.pattern.console")).contains("%replace");
    }

    private Pattern part() {
        return Pattern.compile("(?s)(<!-- %1$s -->\n\n).*(\n<!-- end of %1$s -->)".formatted(service));
    }

    private String table() throws IOException {
        Map<String, JsonNode> described = described();
        return "| setting | variable | type | default | meaning |\n|---|---|---|---|---|\n"
                + variables(described).entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), described))
                        .collect(Collectors.joining());
    }

    /** Returns all settings of this service, in order, and the variable of each. */
    private static Map<String, String> variables(Map<String, JsonNode> described) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        described.keySet().stream()
                .filter(name -> name.startsWith("whatis."))
                .forEach(name -> variables.put(name, variable(name)));
        variables.putAll(shortVariables());
        return variables;
    }

    private String row(String name, String variable, Map<String, JsonNode> described) {
        JsonNode setting = Objects.requireNonNull(described.get(name), name);
        String value = defaults.getProperty(name, setting.path("defaultValue").asString(""));
        return "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        name,
                        variable,
                        type(setting.get("type").asString()),
                        value.isEmpty() ? "" : "`" + value + "`",
                        CODE_TAG.matcher(setting.get("description").asString()).replaceAll("`$1`"));
    }

    /** Returns the settings of all jars, as their compilers noted them. */
    private static Map<String, JsonNode> described() throws IOException {
        Map<String, JsonNode> settings = new HashMap<>();
        ClassLoader jars = SettingsReferenceContract.class.getClassLoader();
        for (URL notes : Collections.list(jars.getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream json = notes.openStream()) {
                JsonMapper.shared()
                        .readTree(json)
                        .get("properties")
                        .forEach(setting -> settings.put(setting.get("name").asString(), setting));
            }
        }
        return settings;
    }

    /** Returns by setting the variables that {@code application.yml} names. */
    private static Map<String, String> shortVariables() throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (PropertySource<?> source :
                new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"))) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                Matcher value = PLACEHOLDER.matcher(String.valueOf(source.getProperty(name)));
                if (value.matches()) {
                    variables.put(name, variable(value.group(1)));
                }
            }
        }
        return variables;
    }

    /** Returns the variable that sets a property (Spring Boot, relaxed binding). */
    private static String variable(String name) {
        return name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static String type(String name) {
        return switch (name) {
            case "java.lang.Boolean" -> "`on`, `off`";
            case "java.lang.Double" -> "number";
            case "java.lang.Integer" -> "whole number";
            case "java.net.InetAddress", "java.net.URI" -> "address";
            case "java.time.Duration" -> "duration";
            case "java.util.Set<java.lang.String>" -> "names";
            case "org.springframework.util.unit.DataSize" -> "size";
            default -> {
                Class<?> type = ClassUtils.resolveClassName(name, null);
                yield type.isEnum() ? choices(type.getEnumConstants()) : "text";
            }
        };
    }

    private static String choices(Object[] values) {
        return Arrays.stream(values)
                .map(value -> "`" + value.toString().toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.joining(", "));
    }
}
