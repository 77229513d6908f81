package whatis.classification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import whatis.classification.checkpoint.CheckpointException;
import whatis.hub.SampleRepository;

/**
 * Reads a model as a checkpoint is read, but for what the weights mean.
 *
 * @param files by name, with what they held
 */
record SampleReader(ResolvedModel model, Map<String, byte[]> files) {

    static SampleReader of(ResolvedModel model) {
        SampleReader reader = new SampleReader(model, new LinkedHashMap<>());
        reader.require("config.json");
        boolean processor = reader.read("processor_config.json") | reader.read("preprocessor_config.json");
        if (!processor) {
            throw new CheckpointException("no processor");
        }
        if (!reader.read("model.safetensors")) {
            reader.require("model.safetensors.index.json");
            String index = new String(reader.files().get("model.safetensors.index.json"), StandardCharsets.UTF_8);
            Arrays.stream(index.split(" ")).forEach(reader::require);
        } else if (!Arrays.equals(reader.files().get("model.safetensors"), SampleRepository.WEIGHTS)) {
            throw new CheckpointException("model.safetensors is damaged");
        }
        return reader;
    }

    void assertWhole() {
        assertThat(files.get("config.json")).isEqualTo(SampleRepository.CONFIG);
        assertThat(files.get("preprocessor_config.json")).isEqualTo(SampleRepository.PREPROCESSOR);
        assertThat(files.get("model.safetensors")).isEqualTo(SampleRepository.WEIGHTS);
    }

    private void require(String name) {
        if (!read(name)) {
            throw new CheckpointException(name + " of " + model.files().origin() + " is missing");
        }
    }

    private boolean read(String name) {
        try (InputStream in = Channels.newInputStream(model.files().open(name))) {
            files.put(name, in.readAllBytes());
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
