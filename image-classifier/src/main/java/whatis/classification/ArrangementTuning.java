package whatis.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.engine.Precision;
import whatis.classification.engine.Tuner;
import whatis.classification.model.ModelResolver;
import whatis.classification.model.ModelUnavailableException;
import whatis.classification.model.ResolvedModel;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.Network;
import whatis.classification.tuning.Ratio;
import whatis.classification.tuning.TuningKey;
import whatis.classification.tuning.TuningReport;
import whatis.classification.tuning.Tunings;
import whatis.hub.DownloadProgress;

/**
 * Finds which arrangement of operators is the quickest for a model on this machine, and keeps it for the next starts.
 *
 * @param settings what is measured; their arrangement doesn't matter
 * @param rounds how often each arrangement runs, at least {@link Ratio#FEWEST_PAIRS}
 */
public record ArrangementTuning(ImageClassifierSettings settings, int rounds) {

    public ArrangementTuning {
        if (rounds < Ratio.FEWEST_PAIRS) {
            throw new IllegalArgumentException("It takes at least %d rounds, not %d, to tell gain from noise."
                    .formatted(Ratio.FEWEST_PAIRS, rounds));
        }
    }

    /**
     * Measures, which takes minutes for large models.
     *
     * @param downloads told of every download
     * @param progress told of each round before it begins, counted from 0
     * @throws ModelUnavailableException if the model can't be had
     * @throws CheckpointException if the model is damaged or of a kind that isn't supported
     * @throws CalibrationException if int8 is asked for, and isn't calibrated for this very model or doesn't work
     * @throws IllegalArgumentException if this machine can't run the precision
     * @throws UncheckedIOException if the model can't be read, or the choice not be written
     */
    public TuningReport run(DownloadProgress downloads, IntConsumer progress) {
        TuningReport report = new ModelResolver(settings.hub(), downloads)
                .read(settings.model(), settings.fallback(), model -> measure(model, progress));
        return report.keptIn(Tunings.beside(settings.hub()));
    }

    private TuningReport measure(ResolvedModel model, IntConsumer progress) {
        try (Network network = Network.open(Checkpoint.open(model.files()));
                Tuner tuner = tuner(model, network)) {
            return TuningReport.of(
                    model.name(),
                    TuningKey.here(network, settings.precision()),
                    tuner.concurrency(),
                    tuner.measure(rounds, progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tuner tuner(ResolvedModel model, Network network) throws IOException {
        return settings.precision() == Precision.INT8
                ? Tuner.load(network, CheckpointClassifier.calibration(settings, model), settings.concurrency())
                : Tuner.load(network, settings.precision(), settings.concurrency());
    }
}
