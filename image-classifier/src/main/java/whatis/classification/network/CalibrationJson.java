package whatis.classification.network;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;

/** A calibration as a small JSON file, which can be carried to another machine. */
public final class CalibrationJson {

    /** To be raised with each change of the fields or of their meaning. */
    private static final int FORMAT = 1;

    private static final Set<String> FIELDS = Set.of("format", "checkpoint", "libtorch", "synthetic", "layers");
    private static final Set<String> JUDGEMENT =
            Set.of("calibrating", "judging", "sameLabel", "changed", "threshold", "processor", "noise");
    private static final Set<String> FLOAT_LAYER = Set.of("outputs", "inputs", "int8");
    private static final Set<String> INT8_LAYER = Set.of("outputs", "inputs", "int8", "min", "max");

    private static final String AGAIN = "; calibrate again, with ./whatis calibrate --images DIR";

    private CalibrationJson() {}

    /** Returns the text of the file. */
    public static String write(Calibration calibration) {
        String layers = calibration.layers().stream()
                .map(layer -> "    \"%s\": {\"outputs\": %d, \"inputs\": %d, %s%s}"
                        .formatted(
                                layer.name(),
                                layer.outputs(),
                                layer.inputs(),
                                calibration
                                        .range(layer.name())
                                        .map(range -> "\"int8\": true, \"min\": %s, \"max\": %s"
                                                .formatted(range.min(), range.max()))
                                        .orElse("\"int8\": false"),
                                Optional.ofNullable(calibration.harms().get(layer.name()))
                                        .map(", \"harm\": %s"::formatted)
                                        .orElse("")))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "format": %d,
                  "checkpoint": "%s",
                  "libtorch": "%s",
                  "synthetic": %b,%s
                  "layers": {
                %s
                  }
                }
                """.formatted(
                        FORMAT,
                        calibration.checkpoint(),
                        calibration.libtorch(),
                        calibration.synthetic(),
                        calibration.judgement().map(CalibrationJson::write).orElse(""),
                        layers);
    }

    private static String write(Judgement judgement) {
        return """

                  "judgement": {"calibrating": %d, "judging": %d, "sameLabel": %d, "changed": %d, "threshold": %s, \
                "processor": "%s", "noise": %s},""".formatted(
                        judgement.calibrating(),
                        judgement.judging(),
                        judgement.sameLabel(),
                        judgement.changed(),
                        judgement.threshold(),
                        judgement.processor(),
                        judgement.noise());
    }

    /**
     * Reads a file.
     *
     * @param file its name in complaints
     * @throws CalibrationException if it isn't exactly what {@link #write} writes: the message says what is wrong
     */
    public static Calibration read(String file, InputStream bytes) {
        try {
            return calibration(JsonFields.parse(file, bytes));
        } catch (CheckpointException e) {
            throw new CalibrationException(e.getMessage() + AGAIN + ".", e);
        }
    }

    private static Calibration calibration(JsonFields json) {
        int format = json.integer("format").orElseThrow(() -> json.refusal("format is missing"));
        if (format != FORMAT) {
            throw json.refusal("format is %d, but this version of whatis reads %d".formatted(format, FORMAT));
        }
        json.requireNames(FIELDS, "judgement");
        List<LinearLayer> layers = new ArrayList<>();
        Map<String, InputRange> ranges = new LinkedHashMap<>();
        Map<String, Double> harms = new LinkedHashMap<>();
        JsonFields all = json.nested("layers").orElseThrow(() -> json.refusal("layers is missing"));
        for (String name : all.names()) {
            JsonFields layer = all.nested(name).orElseThrow(() -> all.refusal(name + " is missing"));
            boolean int8 = layer.flag("int8").orElseThrow(() -> layer.refusal("int8 is missing"));
            layer.requireNames(int8 ? INT8_LAYER : FLOAT_LAYER, "harm");
            layers.add(new LinearLayer(name, count(layer, "outputs"), count(layer, "inputs")));
            if (int8) {
                ranges.put(name, range(layer));
            }
            layer.number("harm").ifPresent(harm -> harms.put(name, harm));
        }
        return new Calibration(
                text(json, "checkpoint", "[0-9a-f]{64}"),
                text(json, "libtorch", "[0-9A-Za-z.+-]{1,40}"),
                json.flag("synthetic").orElseThrow(() -> json.refusal("synthetic is missing")),
                layers,
                ranges,
                harms,
                json.nested("judgement").map(CalibrationJson::judgement));
    }

    private static Judgement judgement(JsonFields json) {
        json.requireNames(JUDGEMENT);
        try {
            return new Judgement(
                    whole(json, "calibrating"),
                    whole(json, "judging"),
                    whole(json, "sameLabel"),
                    whole(json, "changed"),
                    number(json, "threshold"),
                    text(json, "processor", ".{0,200}"),
                    number(json, "noise"));
        } catch (IllegalArgumentException e) {
            throw json.refusal(e);
        }
    }

    private static String text(JsonFields json, String name, String pattern) {
        return json.string(name)
                .filter(text -> text.matches(pattern))
                .orElseThrow(() -> json.refusal("%s doesn't look like %s".formatted(name, pattern)));
    }

    private static int whole(JsonFields json, String name) {
        return json.integer(name).orElseThrow(() -> json.refusal(name + " is missing"));
    }

    private static int count(JsonFields json, String name) {
        return json.integer(name)
                .filter(count -> count > 0)
                .orElseThrow(() -> json.refusal(name + " is no number above 0"));
    }

    private static InputRange range(JsonFields json) {
        try {
            return new InputRange((float) number(json, "min"), (float) number(json, "max"));
        } catch (IllegalArgumentException e) {
            throw json.refusal(e);
        }
    }

    private static double number(JsonFields json, String name) {
        return json.number(name).orElseThrow(() -> json.refusal(name + " is missing"));
    }
}
