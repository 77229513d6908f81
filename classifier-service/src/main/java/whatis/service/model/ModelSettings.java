package whatis.service.model;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.ArrangementSetting;
import whatis.classification.engine.Concurrency;
import whatis.classification.engine.Precision;
import whatis.classification.model.ModelFallback;
import whatis.hub.HubSettings;
import whatis.image.ImageLimits;

/**
 * Which model runs, and how long it may take.
 *
 * @param model a folder or a hub id, {@code owner/name} or {@code owner/name@revision}; none for the default model
 * @param fallback what to do if the default model can't be had
 * @param precision number format of weights and activations
 * @param arrangement which operators run where several compute the same: {@code auto} for what
 *     {@code ./whatis tune} found on this machine, else for what suits the CPU by {@code rule}; or {@code flash},
 *     {@code products}, {@code flash+plain}, {@code products+plain}
 * @param concurrency how the work is spread over the CPU, {@code auto} or dispatchers x threads x batch, such as {@code 2x2x4}
 * @param deadline how long an image may take, the wait for those before it included; above 2.5 seconds: two in which it
 *     has to be decoded, and time for the network on a slow machine
 */
@ConfigurationProperties(ModelSettings.PREFIX)
public record ModelSettings(
        @Nullable String model,
        @DefaultValue("none") ModelFallback fallback,
        @DefaultValue("auto") Precision precision,
        @DefaultValue("auto") String arrangement,
        @DefaultValue("auto") Concurrency concurrency,
        @DefaultValue("6500ms") Duration deadline) {

    static final String PREFIX = "whatis.classifier";

    private static final Duration WORK = Duration.ofMillis(2500);

    public ModelSettings {
        model = model == null || model.isBlank() ? null : model.strip();
        ArrangementSetting.of(arrangement);
        if (deadline.compareTo(WORK) <= 0) {
            throw new IllegalArgumentException("deadline must be above 2.5 seconds, not " + deadline);
        }
    }

    /**
     * Adds where models are downloaded from and kept.
     *
     * @param environment of the process: the hub's variables are those of Python's {@code huggingface_hub}
     * @throws IllegalArgumentException if a variable makes no sense
     */
    ImageClassifierSettings classifierSettings(Map<String, String> environment) {
        return new ImageClassifierSettings(
                model,
                fallback,
                HubSettings.fromEnvironment(environment),
                precision,
                ArrangementSetting.of(arrangement),
                concurrency,
                ImageLimits.DEFAULT,
                deadline);
    }

    /** Returns how long an image may wait for those before it. */
    public Duration patience() {
        return deadline.minus(WORK);
    }
}
