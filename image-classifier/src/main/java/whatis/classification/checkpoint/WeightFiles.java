package whatis.classification.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Finds the files of a checkpoint that hold its weights, in the order of transformers. */
final class WeightFiles {

    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final String INDEX_ENDING = ".safetensors.index.json";
    private static final String NAMED = "transformers_weights";
    private static final String QUANTIZATION = "quantization_config";

    private WeightFiles() {}

    static Weights open(CheckpointFiles files, JsonFields config) throws IOException {
        requireUnquantized(config);
        Optional<String> named = config.string(NAMED);
        if (named.isPresent()) {
            return openNamed(files, config, named.get());
        }
        for (String file : List.of(SINGLE, INDEX)) {
            try {
                return open(files, file);
            } catch (NoSuchFileException e) {
                // The next one, then.
            }
        }
        throw missing(files);
    }

    private static Weights openNamed(CheckpointFiles files, JsonFields config, String name) throws IOException {
        if (!FileName.isInside(name)) {
            throw config.refusal("%s is \"%s\", not a file of the checkpoint".formatted(NAMED, name));
        }
        if (!name.endsWith(".safetensors") && !name.endsWith(INDEX_ENDING)) {
            throw config.refusal(
                    "%s is \"%s\", but only files in the safetensors format are read".formatted(NAMED, name));
        }
        try {
            return open(files, name);
        } catch (NoSuchFileException e) {
            throw config.refusal(
                    "%s names %s, which is missing; add that file, or remove the field".formatted(NAMED, name));
        }
    }

    private static Weights open(CheckpointFiles files, String file) throws IOException {
        return file.endsWith(INDEX_ENDING)
                ? ShardedWeights.open(files, file)
                : Safetensors.open(files.describe(file), files.open(file));
    }

    private static void requireUnquantized(JsonFields config) {
        JsonElement quantization = config.element(QUANTIZATION);
        if (quantization == null || quantization.isJsonNull()) {
            return;
        }
        JsonElement method = quantization instanceof JsonObject object ? object.get("quant_method") : null;
        throw config.refusal(
                "%s is there%s; quantized weights aren't run: choose the checkpoint that they were made from"
                        .formatted(QUANTIZATION, method == null ? "" : " (quant_method " + method + ")"));
    }

    private static CheckpointException missing(CheckpointFiles files) throws IOException {
        for (ForeignWeights foreign : ForeignWeights.KNOWN) {
            if (files.has(foreign.file())) {
                return new CheckpointException("%s is missing, and %s, which is there, is %s"
                        .formatted(files.describe(SINGLE), foreign.file(), foreign.advice()));
            }
        }
        return new CheckpointException("%s is missing, and so is %s; save the model in the safetensors format"
                .formatted(files.describe(SINGLE), INDEX));
    }
}
