package whatis.service.model;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.Precision;
import whatis.classification.hub.HubSettings;
import whatis.classification.hub.ModelFallback;
import whatis.classification.image.ImageLimits;

/**
 * Which model runs, and how long it may take.
 *
 * @param model a folder or a hub id, {@code owner/name} or {@code owner/name@revision}; null for the default model
 * @param fallback what to do if the default model can't be had
 * @param precision number format of weights and activations
 * @param deadline how long an image may take once its turn has come: the two seconds in which an image has to be
 *     decoded, and time for the network on a slow machine
 */
@ConfigurationProperties("whatis.classifier")
public record ModelSettings(
        @Nullable String model,
        @DefaultValue("none") ModelFallback fallback,
        @DefaultValue("auto") Precision precision,
        @DefaultValue("3500ms") Duration deadline) {

    public ModelSettings {
        model = model == null || model.isBlank() ? null : model.strip();
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be above zero, not " + deadline);
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
                model, fallback, HubSettings.fromEnvironment(environment), precision, ImageLimits.DEFAULT, deadline);
    }
}
