package whatis.classification.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The extremes of what linear layers read, over all pictures so far. For one thread.
 */
public final class Observation {

    private final List<LinearLayer> layers;

    /** As {@link LinearInputs#extremes} has them. */
    private final float[] extremes;

    private int pictures;

    Observation(List<LinearLayer> layers) {
        this.layers = List.copyOf(layers);
        this.extremes = new float[2 * layers.size()];
    }

    /**
     * Adds what a picture, or several, led to.
     *
     * @param seen the result of {@link Network#OBSERVED}
     * @throws CalibrationException if there is something that isn't finite
     */
    public void add(float[] seen, int pictures) {
        if (seen.length != extremes.length) {
            throw new IllegalArgumentException("%d extremes instead of %d".formatted(seen.length, extremes.length));
        }
        for (float extreme : seen) {
            if (!Float.isFinite(extreme)) {
                throw new CalibrationException("A layer reads values that aren't finite: int8 can't run this"
                        + " checkpoint; choose another precision.");
            }
        }
        for (int i = 0; i < extremes.length; i += 2) {
            extremes[i] = this.pictures == 0 ? seen[i] : Math.min(extremes[i], seen[i]);
            extremes[i + 1] = this.pictures == 0 ? seen[i + 1] : Math.max(extremes[i + 1], seen[i + 1]);
        }
        this.pictures += pictures;
    }

    /** Returns how many pictures were seen. */
    public int pictures() {
        return pictures;
    }

    /**
     * Returns a calibration of all layers in int8.
     *
     * @param checkpoint the checkpoint's digest
     * @param libtorch the version of libtorch that computed what was seen
     * @param synthetic whether this was noise
     * @throws IllegalStateException if there was no picture
     */
    public Calibration calibration(String checkpoint, String libtorch, boolean synthetic) {
        if (pictures == 0) {
            throw new IllegalStateException("nothing was observed");
        }
        Map<String, InputRange> ranges = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            ranges.put(layers.get(i).name(), InputRange.holding(extremes[2 * i], extremes[2 * i + 1]));
        }
        return new Calibration(checkpoint, libtorch, synthetic, layers, ranges);
    }
}
