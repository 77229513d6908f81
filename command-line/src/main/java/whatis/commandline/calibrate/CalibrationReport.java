package whatis.commandline.calibrate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whatis.classification.calibration.Aim;
import whatis.classification.calibration.Measured;
import whatis.classification.calibration.Outcome;
import whatis.classification.calibration.Picture;
import whatis.classification.calibration.Split;
import whatis.classification.network.Calibration;
import whatis.commandline.bench.Machine;
import whatis.commandline.bench.ReportJson;

/**
 * What calibrating found out, how, and where. The names are those of the JSON report.
 *
 * @param version of whatis
 * @param date when it began, as ISO 8601 has it, in UTC
 * @param machine where it ran
 * @param model the model's name
 * @param checkpoint the checkpoint's digest
 * @param libtorch the version of libtorch
 * @param file where the calibration is kept; null if it isn't
 * @param aim the most answers that may change, of a hundred
 * @param threshold the score from which a label counts as known
 * @param met whether the aim is met
 * @param precisions how each did
 * @param layers in the order in which they are computed
 * @param calibrating the pictures from which ranges come
 * @param judging the others
 */
public record CalibrationReport(
        String version,
        String date,
        Machine machine,
        String model,
        String checkpoint,
        String libtorch,
        @Nullable String file,
        double aim,
        double threshold,
        boolean met,
        List<PrecisionRow> precisions,
        List<LayerRow> layers,
        List<String> calibrating,
        List<String> judging) {

    /**
     * How a precision did.
     *
     * @param pictures how many judged
     * @param sameLabel how many got the label that fp32 gives them
     * @param changed how many got another one, or are on the other side of the threshold
     * @param milliseconds that a lone picture takes, decoding apart
     */
    public record PrecisionRow(String precision, int pictures, int sameLabel, int changed, double milliseconds) {

        static PrecisionRow of(Measured measured) {
            return new PrecisionRow(
                    measured.precision().toString(),
                    measured.agreement().pictures(),
                    measured.agreement().sameLabel(),
                    measured.agreement().changed(),
                    Math.round(measured.milliseconds() * 100) / 100.0);
        }
    }

    /**
     * What is known of a layer.
     *
     * @param int8 whether it runs in int8
     * @param harm how far logits are off with this layer alone in int8, as a part of their length
     */
    public record LayerRow(String name, boolean int8, double harm) {}

    public CalibrationReport {
        precisions = List.copyOf(precisions);
        layers = List.copyOf(layers);
        calibrating = List.copyOf(calibrating);
        judging = List.copyOf(judging);
    }

    /**
     * Puts together what was found out.
     *
     * @param file where the calibration is kept, if it is
     */
    public static CalibrationReport of(
            String version,
            String date,
            String model,
            Split pictures,
            Aim aim,
            Outcome outcome,
            Optional<String> file) {
        Calibration calibration = outcome.calibration();
        return new CalibrationReport(
                version,
                date,
                Machine.current(),
                model,
                calibration.checkpoint(),
                calibration.libtorch(),
                file.orElse(null),
                aim.percentChanged(),
                aim.threshold(),
                outcome.met(),
                outcome.measured().stream().map(PrecisionRow::of).toList(),
                calibration.layers().stream()
                        .map(layer -> new LayerRow(
                                layer.name(),
                                calibration.range(layer.name()).isPresent(),
                                calibration.harms().getOrDefault(layer.name(), 0.0)))
                        .toList(),
                names(pictures.calibrating()),
                names(pictures.judging()));
    }

    private static List<String> names(List<Picture> pictures) {
        return pictures.stream().map(Picture::name).toList();
    }

    /** Returns how many layers run in int8. */
    long layersInInt8() {
        return layers.stream().filter(LayerRow::int8).count();
    }

    /** Says in one line what was calibrated by what. */
    String circumstances() {
        return String.format(
                Locale.ROOT,
                "int8 in %d of %d linear layers; %d pictures calibrate, %d others judge, against fp32, with a threshold of"
                        + " %.2f; %s, %s",
                layersInInt8(),
                layers.size(),
                calibrating.size(),
                judging.size(),
                threshold,
                machine.processor(),
                date);
    }

    /** Writes everything as a JSON object. */
    public String json() {
        return ReportJson.of(this);
    }
}
