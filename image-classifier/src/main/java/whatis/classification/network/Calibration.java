package whatis.classification.network;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What int8 has to know about a checkpoint: the range of what each linear layer reads, and which layers stay in floats
 * because int8 harms them.
 *
 * @param checkpoint the checkpoint's digest, 64 hexadecimal digits
 * @param libtorch the version of libtorch that computed the ranges
 * @param synthetic whether the ranges come from noise: good for measuring speed, not for answers
 * @param layers all linear layers in the order in which they are computed
 * @param ranges of the layers that run in int8, by name; the others stay in floats
 * @param harms how far logits are off with a layer alone in int8, as a part of their length, by name; not of every layer
 * @param judgement what other pictures say about it, where they were asked
 */
public record Calibration(
        String checkpoint,
        String libtorch,
        boolean synthetic,
        List<LinearLayer> layers,
        Map<String, InputRange> ranges,
        Map<String, Double> harms,
        Optional<Judgement> judgement) {

    /** @throws IllegalArgumentException if a range belongs to no layer, or two layers have one name */
    public Calibration {
        layers = List.copyOf(layers);
        ranges = Map.copyOf(ranges);
        harms = Map.copyOf(harms);
        Set<String> names = layers.stream().map(LinearLayer::name).collect(Collectors.toSet());
        if (names.size() < layers.size() || !names.containsAll(ranges.keySet()) || !names.containsAll(harms.keySet())) {
            throw new IllegalArgumentException("ranges of %s for layers %s".formatted(ranges.keySet(), names));
        }
    }

    /** Makes one that no pictures have judged. */
    public Calibration(
            String checkpoint,
            String libtorch,
            boolean synthetic,
            List<LinearLayer> layers,
            Map<String, InputRange> ranges) {
        this(checkpoint, libtorch, synthetic, layers, ranges, Map.of(), Optional.empty());
    }

    /** Returns the range of what a layer reads; empty for a layer that stays in floats. */
    public Optional<InputRange> range(String layer) {
        return Optional.ofNullable(ranges.get(layer));
    }

    /** Returns the same with the harm that a layer does alone. */
    public Calibration withHarm(String layer, double harm) {
        Map<String, Double> known = new LinkedHashMap<>(harms);
        known.put(layer, harm);
        return new Calibration(checkpoint, libtorch, synthetic, layers, ranges, known, judgement);
    }

    /** Returns the same with what other pictures say about it. */
    public Calibration judged(Judgement by) {
        return new Calibration(checkpoint, libtorch, synthetic, layers, ranges, harms, Optional.of(by));
    }

    /** Returns the same with more layers left in floats. */
    public Calibration without(Collection<String> names) {
        Map<String, InputRange> kept = new LinkedHashMap<>(ranges);
        kept.keySet().removeAll(names);
        return new Calibration(checkpoint, libtorch, synthetic, layers, kept, harms, Optional.empty());
    }

    /** Returns the same with only one layer in int8. */
    public Calibration only(String name) {
        return without(
                ranges.keySet().stream().filter(other -> !other.equals(name)).toList());
    }

    /**
     * Checks that the calibration is one of a network.
     *
     * @param network its linear layers
     * @throws CalibrationException if these are other ones
     */
    public void requireLayers(List<LinearLayer> network) {
        if (!layers.equals(network)) {
            throw new CalibrationException("The calibration is of %d linear layers, but the network has others (%d)"
                            .formatted(layers.size(), network.size())
                    + ", such as after an update of whatis: calibrate again, with ./whatis calibrate --images DIR.");
        }
    }
}
