package whatis.classification.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.hub.HubException;
import whatis.hub.HubSnapshot;

/**
 * The files of a hub model, fetched when they are opened. Where the cache says which commit it is, and the hub doesn't say
 * whether that has a file, the file counts as absent, as in Python: a model that is cached whole needs no hub, though
 * nobody ever asked about a file that it could have.
 */
final class HubModelFiles implements CheckpointFiles {

    private static final Logger log = LoggerFactory.getLogger(HubModelFiles.class);

    private final HubSnapshot snapshot;
    private final String origin;
    private @Nullable HubException unanswered;

    HubModelFiles(HubSnapshot snapshot, String origin) {
        this.snapshot = snapshot;
        this.origin = origin;
    }

    @Override
    public synchronized SeekableByteChannel open(String name) throws IOException {
        unanswered = null;
        if (!has(name)) {
            throw new NoSuchFileException(name, null, "not in " + origin);
        }
        return Files.newByteChannel(snapshot.get(name));
    }

    @Override
    public synchronized boolean has(String name) {
        try {
            return snapshot.has(name);
        } catch (HubException e) {
            if (!snapshot.isFromCache() || e.reason() == HubException.Reason.LOCAL) {
                throw e;
            }
            log.info("Going without {} of {}. {}", name, origin, e.getMessage());
            unanswered = e;
            return false;
        }
    }

    /** Throws why it is unknown whether the commit has the file that was opened last, if it is. */
    synchronized void throwIfUnanswered() {
        if (unanswered != null) {
            throw unanswered;
        }
    }

    @Override
    public String origin() {
        return origin;
    }
}
