package whatis.service.hangup;

/** Work that the thread which begins it does for the client of a connection. */
final class WatchedWork {

    private final Connection connection;
    private final Thread worker = Thread.currentThread();
    private boolean gone;
    private boolean ended;

    WatchedWork(Connection connection) {
        this.connection = connection;
    }

    /** Interrupts the work if the client has hung up. */
    synchronized void look() {
        if (!ended && !gone && connection.isClosed()) {
            gone = true;
            worker.interrupt();
        }
    }

    /**
     * Ends the watch, to be called by the worker. Calling it again changes nothing.
     *
     * @return whether the client was gone; the interrupt that told so is cleared
     */
    synchronized boolean end() {
        if (gone && !ended) {
            Thread.interrupted();
        }
        ended = true;
        return gone;
    }
}
