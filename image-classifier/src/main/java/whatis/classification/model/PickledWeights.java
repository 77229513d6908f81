package whatis.classification.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Weights that only Python's pickle reads, which may run any code. */
final class PickledWeights {

    private PickledWeights() {}

    static boolean isAmong(Collection<String> files) {
        return files.stream()
                .anyMatch(name -> Stream.of(".bin", ".bin.index.json", ".pt", ".pth", ".ckpt")
                        .anyMatch(name::endsWith));
    }

    /**
     * Says why such a model is not read, and what to do.
     *
     * @param better what to do rather than to convert it
     */
    static String refusal(String model, List<String> better) {
        String advice = Stream.concat(
                        better.stream(),
                        Stream.of("convert them in Python with"
                                + " from_pretrained(…).save_pretrained(folder, safe_serialization=True) and set"
                                + " WHATIS_MODEL to that folder"))
                .collect(Collectors.joining(", or "));
        return model + " has no model.safetensors, and pickled weights (.bin, .pt) are never read because they can run"
                + " code: " + advice + ".";
    }
}
