package whatis.commandline;

import java.util.function.IntConsumer;

/**
 * Shows how far a tuning is: on a terminal a line that is written anew, elsewhere one line. Close it to clear the progress. For
 * one thread.
 */
final class TuningProgress implements IntConsumer, AutoCloseable {

    private final Terminal terminal;
    private final int rounds;
    private boolean announced;
    private long begin;

    TuningProgress(Terminal terminal, int rounds) {
        this.terminal = terminal;
        this.rounds = rounds;
    }

    @Override
    public void accept(int round) {
        if (terminal.progress()) {
            terminal.showProgress("round %d of %d%s".formatted(round + 1, rounds, rest(round)));
        } else if (!announced) {
            terminal.err().println("whatis: %d rounds".formatted(rounds));
        }
        announced = true;
    }

    private String rest(int round) {
        if (round == 0) {
            begin = System.nanoTime();
            return "";
        }
        double perRound = (System.nanoTime() - begin) / 1e9 / round;
        return ", %.0f s to go".formatted(perRound * (rounds - round));
    }

    @Override
    public void close() {
        terminal.clearProgress();
    }
}
