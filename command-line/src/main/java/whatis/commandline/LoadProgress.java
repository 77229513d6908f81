package whatis.commandline;

import java.time.Duration;
import whatis.commandline.bench.ClosedLoop;

/**
 * Shows how far a measurement is: on a terminal a line that is written anew, elsewhere a line for each round. Close it to
 * clear the progress. For one thread.
 */
final class LoadProgress implements ClosedLoop.Progress, AutoCloseable {

    private final Terminal terminal;
    private final Duration warmUp;
    private final Duration measured;
    private int announced;

    LoadProgress(Terminal terminal, Duration warmUp, Duration measured) {
        this.terminal = terminal;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    @Override
    public void passed(int clients, Duration passed) {
        String who = clients + (clients == 1 ? " client: " : " clients: ");
        if (!terminal.progress()) {
            if (announced != clients) {
                announced = clients;
                terminal.err()
                        .println("whatis: %s%d s of warm-up, then %d s"
                                .formatted(who, warmUp.toSeconds(), measured.toSeconds()));
            }
            return;
        }
        boolean warm = passed.compareTo(warmUp) >= 0;
        long rest = warmUp.plus(measured).minus(passed).toSeconds();
        String phase = !warm ? "warming up" : rest < 0 ? "the last answers" : "measuring";
        terminal.showProgress(who + phase + (rest < 0 ? "" : ", " + rest + " s to go"));
    }

    @Override
    public void close() {
        terminal.clearProgress();
    }
}
