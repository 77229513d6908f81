package whatis.startermodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import whatis.classification.checkpoint.Safetensors;
import whatis.classification.checkpoint.SafetensorsWriter;

/** Halves a checkpoint: copies its configuration and rounds its weights to 16-bit floating point. */
final class ConvertCheckpoint {

    static final String WEIGHTS = "model.safetensors";
    static final List<String> CONFIGURATION = List.of("config.json", "preprocessor_config.json");

    private ConvertCheckpoint() {}

    /** Converts from the folder of the first argument to that of the second. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("name two folders: the checkpoint's and the one to write to");
        }
        convert(Path.of(args[0]), Path.of(args[1]));
    }

    static void convert(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : CONFIGURATION) {
            Files.write(to.resolve(file), Files.readAllBytes(from.resolve(file)));
        }
        SafetensorsWriter writer = new SafetensorsWriter("F16");
        try (Safetensors tensors = Safetensors.open(WEIGHTS, Files.newByteChannel(from.resolve(WEIGHTS)))) {
            for (String name : tensors.names()) {
                long[] shape = tensors.shape(name);
                writer.add(name, tensors.read(name, shape), shape);
            }
        }
        writer.write(to.resolve(WEIGHTS));
    }
}
