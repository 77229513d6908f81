package whatis.hub;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/**
 * Work on the cache, which may fail at this end.
 *
 * @param <T> what it results in
 */
@FunctionalInterface
interface LocalWork<T> {

    T run() throws IOException, InterruptedException;

    /** Does the work, and says in words for the user what went wrong at this end. */
    static <T> T on(HubRepository repository, LocalWork<T> work) {
        try {
            return work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException(
                    HubException.Reason.LOCAL, "The download of " + repository + " was interrupted; start it again.");
        } catch (IOException e) {
            throw new HubException(
                    HubException.Reason.LOCAL,
                    "The hub's cache can't be read or written (" + reason(e)
                            + "): make room or give access, or set HF_HUB_CACHE to another folder.");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
