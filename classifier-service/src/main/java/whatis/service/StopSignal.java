package whatis.service;

import java.lang.reflect.Proxy;

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
            // By name: the compiler warns of this class, which the JDK supports, and can't be told not to.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object stopping = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        stop.receive();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), stopping);
        } catch (ReflectiveOperationException e) {
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
