package whatis.service.hangup;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that the thread which begins it does for the client of a connection. */
final class WatchedWork {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedWork.class);

    private final Connection connection;
    private final Thread worker = Thread.currentThread();
    private int looksAtHalf;
    private boolean gone;
    private boolean ended;

    WatchedWork(Connection connection) {
        this.connection = connection;
    }

    /** Interrupts the work if the client has hung up. */
    synchronized void look() {
        if (ended || gone) {
            return;
        }
        try {
            // After 0, 0.1, 0.3, 0.7 s and so on: few bytes can be sent ahead, and a reset takes its time to arrive.
            if (connection.isHalfClosed() && Integer.bitCount(++looksAtHalf) == 1) {
                connection.probe();
            }
        } catch (IOException e) {
            gone = true;
            worker.interrupt();
        } catch (RuntimeException e) {
            // The others are to be watched all the same.
            LOG.warn("A connection can't be watched", e);
            ended = true;
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
