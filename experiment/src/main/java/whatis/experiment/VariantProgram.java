package whatis.experiment;

import java.io.IOException;
import whatis.experiment.actor.Actors;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Progress;
import whatis.experiment.variant.VariantHost;
import whatis.experiment.variant.VariantSettings;

/** The process of one variant, but for the one on Spark. */
final class VariantProgram {

    private VariantProgram() {}

    public static void main(String[] arguments) throws IOException {
        VariantHost.run(VariantProgram::run);
    }

    private static Measurement run(VariantSettings settings, Progress progress) throws Exception {
        return switch (settings.variant()) {
            case A -> Sequential.run(settings, progress);
            case C1, C2 -> Actors.run(settings, progress);
            case D -> MicroBatches.run(settings, progress);
            case B -> throw new IllegalArgumentException("B is a program of its own");
        };
    }
}
