package whatis.commandline;

import org.jspecify.annotations.Nullable;
import whatis.classification.calibration.CalibrationProgress;
import whatis.classification.calibration.Phase;

/**
 * Shows how far calibrating is: on a terminal a line that is written anew, elsewhere a line for each phase. Close it
 * to clear the progress. For one thread.
 */
final class CalibrateProgress implements CalibrationProgress, AutoCloseable {

    private final Terminal terminal;
    private @Nullable Phase announced;

    CalibrateProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(Phase phase, int done, int of) {
        if (terminal.progress()) {
            terminal.showProgress("%s, %d of %d".formatted(phase, done, of));
        } else if (announced != phase) {
            announced = phase;
            terminal.err().println("whatis: " + phase);
        }
    }

    @Override
    public void close() {
        terminal.clearProgress();
    }
}
