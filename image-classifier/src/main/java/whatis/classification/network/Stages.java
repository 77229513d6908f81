package whatis.classification.network;

import java.util.List;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;

/**
 * The stages of a convolutional network, each at a lower resolution than the one before.
 *
 * @param widths how many channels each has
 * @param depths how many layers each has
 */
record Stages(List<Integer> widths, List<Integer> depths) {

    /** Beyond the widest published network (ConvNeXt v2 huge: 2,816), and below what overflows a tensor's length. */
    static final int MAX_WIDTH = 8_192;

    static final int MAX_DEPTH = 1_000;
    private static final int MAX_STAGES = 12;

    Stages {
        widths = List.copyOf(widths);
        depths = List.copyOf(depths);
    }

    /**
     * Reads {@code hidden_sizes} and {@code depths}.
     *
     * @param otherwise what counts where a field is missing
     * @throws CheckpointException if they make no sense
     */
    static Stages of(JsonFields json, Stages otherwise) {
        List<Integer> widths = within(json, "hidden_sizes", otherwise.widths, MAX_WIDTH);
        List<Integer> depths = within(json, "depths", otherwise.depths, MAX_DEPTH);
        if (widths.size() != depths.size()) {
            throw json.refusal(
                    "hidden_sizes are %s, but depths are %s; they must be as many".formatted(widths, depths));
        }
        return new Stages(widths, depths);
    }

    /**
     * Reads a number for each stage.
     *
     * @param otherwise what counts where the field is missing
     * @throws CheckpointException if there are none, too many, or any that isn't between 1 and the most
     */
    static List<Integer> within(JsonFields json, String field, List<Integer> otherwise, int most) {
        List<Integer> values = json.integers(field).orElse(otherwise);
        if (values.isEmpty() || values.size() > MAX_STAGES) {
            throw json.refusal("%s has %d numbers, not between 1 and %d".formatted(field, values.size(), MAX_STAGES));
        }
        for (int value : values) {
            if (value < 1 || value > most) {
                throw json.refusal("%s has %d, not between 1 and %d".formatted(field, value, most));
            }
        }
        return values;
    }

    int count() {
        return widths.size();
    }

    int lastWidth() {
        return widths.get(count() - 1);
    }
}
