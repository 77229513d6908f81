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
            show("%s, %d of %d".formatted(phase, done, of));
        } else if (announced != phase) {
            announced = phase;
            terminal.err().println("whatis: " + phase);
        }
    }

    @Override
    public void close() {
        if (terminal.progress()) {
            show("");
        }
    }

    private void show(String text) {
        terminal.err().print(Terminal.ERASE_LINE + text);
        terminal.err().flush();
    }
}
