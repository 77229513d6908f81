package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up model, so that all tests download the same files. */
public final class SampleRepository {

    public static final String ID = "google/vit-base-patch16-224";
    public static final String COMMIT = "3f49326" + "e".repeat(33);
    public static final byte[] CONFIG = "{\"model_type\": \"vit\"}".getBytes(StandardCharsets.UTF_8);
    public static final byte[] PREPROCESSOR = "{\"size\": 224}".getBytes(StandardCharsets.UTF_8);
    public static final byte[] WEIGHTS = randomBytes(3_000_000);

    private SampleRepository() {}

    public static Map<String, byte[]> files() {
        return new HashMap<>(
                Map.of("config.json", CONFIG, "preprocessor_config.json", PREPROCESSOR, "model.safetensors", WEIGHTS));
    }

    public static StandInHub publishedHub() throws IOException {
        StandInHub hub = new StandInHub();
        hub.publish(ID, COMMIT, files());
        return hub;
    }

    static HubRepository at(String revision) {
        return new HubRepository(RepositoryKind.MODEL, ID, revision);
    }

    public static HubSettings settings(StandInHub hub, Path cache) {
        return settings(hub, cache, null, false);
    }

    public static HubSettings settings(StandInHub hub, Path cache, @Nullable String token, boolean offline) {
        return new HubSettings(
                hub.endpoint(),
                token,
                cache,
                offline,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(10));
    }

    /** Reads all files, as those who want the whole model do, the weights last. */
    static Map<String, byte[]> readAll(HubSnapshot snapshot) {
        Map<String, byte[]> read = new HashMap<>();
        for (String name : new String[] {"config.json", "preprocessor_config.json", "model.safetensors"}) {
            if (snapshot.has(name)) {
                read.put(name, bytes(snapshot.get(name)));
            }
        }
        return read;
    }

    /** Fails unless these are the sample's files. */
    static void assertWhole(Map<String, byte[]> read) {
        assertThat(read).containsOnlyKeys("config.json", "preprocessor_config.json", "model.safetensors");
        assertThat(read.get("config.json")).isEqualTo(CONFIG);
        assertThat(read.get("preprocessor_config.json")).isEqualTo(PREPROCESSOR);
        assertThat(read.get("model.safetensors")).isEqualTo(WEIGHTS);
    }

    /** Lays the files out as Python's client leaves them, under the branch main. */
    public static void cacheAsPython(Path cache) throws IOException {
        Path repository = cache.resolve("models--" + ID.replace("/", "--"));
        Path blobs = Files.createDirectories(repository.resolve("blobs"));
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(COMMIT));
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            String etag = file.getKey().endsWith(".safetensors")
                    ? StandInHub.sha256(file.getValue())
                    : StandInHub.gitSha1(file.getValue());
            Files.write(blobs.resolve(etag), file.getValue());
            Files.createSymbolicLink(snapshot.resolve(file.getKey()), Path.of("..", "..", "blobs", etag));
        }
        Files.writeString(Files.createDirectories(repository.resolve("refs")).resolve("main"), COMMIT);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
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
