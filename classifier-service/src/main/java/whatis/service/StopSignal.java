package whatis.service;

import sun.misc.Signal;

/** Ends the program when the operating system asks for it, SIGTERM on Unix. */
final class StopSignal {

    /** What the JVM itself would exit with: 128 and the signal's number. */
    private static final int TERMINATED = 128 + 15;

    private boolean stopping;

    private StopSignal() {}

    /**
     * Takes over the signal: the first one lets the program finish its work and exit with 0, the second one ends it at
     * once. The JVM alone would exit with 143 and ignore the second.
     */
    static void handle() {
        StopSignal stop = new StopSignal();
        try {
            Signal.handle(new Signal("TERM"), signal -> stop.receive());
        } catch (IllegalArgumentException e) {
            // The JVM was told to leave signals alone (-Xrs), or has none to offer.
        }
    }

    private synchronized void receive() {
        if (stopping) {
            Runtime.getRuntime().halt(TERMINATED);
        }
        stopping = true;
        // Waits for the shutdown hooks, and the next signal may not wait for this one.
        new Thread(() -> System.exit(0), "stop").start();
    }
}
