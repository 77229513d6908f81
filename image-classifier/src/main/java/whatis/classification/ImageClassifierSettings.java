package whatis.classification;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whatis.classification.engine.ArrangementSetting;
import whatis.classification.engine.Concurrency;
import whatis.classification.engine.Precision;
import whatis.classification.model.ModelFallback;
import whatis.hub.HubSettings;
import whatis.image.ImageLimits;

/**
 * What an {@link ImageClassifier} is made of.
 *
 * @param model a folder or a hub id, {@code owner/name} or {@code owner/name@revision}; null for the default model
 * @param fallback what to do if the default model can't be had
 * @param hub where models are downloaded from and kept
 * @param precision number format of weights and activations
 * @param arrangement who chooses the operators where several compute the same
 * @param concurrency how the work is spread over the CPU
 * @param limits what images are accepted
 * @param deadline how long a caller waits for an answer
 */
public record ImageClassifierSettings(
        @Nullable String model,
        ModelFallback fallback,
        HubSettings hub,
        Precision precision,
        ArrangementSetting arrangement,
        Concurrency concurrency,
        ImageLimits limits,
        Duration deadline) {

    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(10);

    public ImageClassifierSettings {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The deadline must be positive, not " + deadline + ".");
        }
    }

    /**
     * Reads {@code WHATIS_MODEL}, {@code WHATIS_MODEL_FALLBACK}, {@code WHATIS_PRECISION}, {@code WHATIS_ARRANGEMENT},
     * {@code WHATIS_CONCURRENCY} and the hub's variables; what is missing or empty has its default.
     *
     * @throws IllegalArgumentException if a value makes no sense
     */
    public static ImageClassifierSettings fromEnvironment(Map<String, String> environment) {
        String model = environment.getOrDefault("WHATIS_MODEL", "");
        String fallback = environment.getOrDefault("WHATIS_MODEL_FALLBACK", "");
        String precision = environment.getOrDefault("WHATIS_PRECISION", "");
        String concurrency = environment.getOrDefault("WHATIS_CONCURRENCY", "");
        return new ImageClassifierSettings(
                model.isBlank() ? null : model.strip(),
                fallback.isBlank() ? ModelFallback.NONE : ModelFallback.parse(fallback.strip()),
                HubSettings.fromEnvironment(environment),
                precision.isBlank() ? Precision.AUTO : Precision.parse(precision.strip()),
                ArrangementSetting.of(environment.getOrDefault("WHATIS_ARRANGEMENT", "")),
                concurrency.isBlank() ? Concurrency.onAllCores() : Concurrency.of(concurrency.strip()),
                ImageLimits.DEFAULT,
                DEFAULT_DEADLINE);
    }

    public ImageClassifierSettings withModel(String model) {
        return new ImageClassifierSettings(model, fallback, hub, precision, arrangement, concurrency, limits, deadline);
    }

    public ImageClassifierSettings withPrecision(Precision precision) {
        return new ImageClassifierSettings(model, fallback, hub, precision, arrangement, concurrency, limits, deadline);
    }

    public ImageClassifierSettings withArrangement(ArrangementSetting arrangement) {
        return new ImageClassifierSettings(model, fallback, hub, precision, arrangement, concurrency, limits, deadline);
    }

    public ImageClassifierSettings withConcurrency(Concurrency concurrency) {
        return new ImageClassifierSettings(model, fallback, hub, precision, arrangement, concurrency, limits, deadline);
    }
}
