package whatis.classification.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up model under the name of the default one, so that all tests download the same files. */
final class SampleModel {

    static final String REPOSITORY = "google/vit-base-patch16-224";
    static final String COMMIT = "3f49326" + "e".repeat(33);
    static final byte[] CONFIG = "{\"model_type\": \"vit\"}".getBytes(StandardCharsets.UTF_8);
    static final byte[] PREPROCESSOR = "{\"size\": 224}".getBytes(StandardCharsets.UTF_8);
    static final byte[] WEIGHTS = randomBytes(3_000_000);

    private SampleModel() {}

    static Map<String, byte[]> files() {
        return new HashMap<>(
                Map.of("config.json", CONFIG, "preprocessor_config.json", PREPROCESSOR, "model.safetensors", WEIGHTS));
    }

    static StandInHub publishedHub() throws IOException {
        StandInHub hub = new StandInHub();
        hub.publish(REPOSITORY, COMMIT, files());
        return hub;
    }

    static HubSettings settings(StandInHub hub, Path cache) {
        return settings(hub, cache, null, false);
    }

    static HubSettings settings(StandInHub hub, Path cache, @Nullable String token, boolean offline) {
        return new HubSettings(
                hub.endpoint(),
                token,
                cache,
                offline,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(10));
    }

    /** Fails unless the model has the sample's files. */
    static void assertWhole(ResolvedModel model) {
        assertThat(read(model, "config.json")).isEqualTo(CONFIG);
        assertThat(read(model, "preprocessor_config.json")).isEqualTo(PREPROCESSOR);
        assertThat(read(model, "model.safetensors")).isEqualTo(WEIGHTS);
    }

    static byte[] read(ResolvedModel model, String name) {
        try (InputStream in = Channels.newInputStream(model.files().open(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
