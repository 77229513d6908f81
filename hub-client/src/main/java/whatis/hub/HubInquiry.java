package whatis.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the hub tells about one repository. It is asked about each file once, and no more at all once it has failed: one
 * wait is enough. For one thread at a time.
 */
final class HubInquiry {

    private final HubRepository repository;
    private final HubProtocol hub;
    private final Map<String, RemoteFile> files = new HashMap<>();
    private @Nullable HubException silence;

    /** @param silence why the hub must not be asked; null if it may be */
    HubInquiry(HubRepository repository, HubProtocol hub, @Nullable HubException silence) {
        this.repository = repository;
        this.hub = hub;
        this.silence = silence;
    }

    /** Returns what the hub has told of a file; null if it was not asked or has none. */
    @Nullable
    RemoteFile told(String name) {
        return files.get(name);
    }

    /** @throws HubException if the hub can't be asked or doesn't answer as a hub does */
    HubProtocol.Answer find(@Nullable String commit, String name) throws InterruptedException {
        RemoteFile told = files.get(name);
        if (told != null) {
            return new HubProtocol.Answer(told.repository().revision(), Optional.of(told));
        }
        requireVoice(name + " of " + repository + " is not in the hub's cache");
        try {
            HubProtocol.Answer answer = hub.find(at(commit), name);
            answer.file().ifPresent(file -> files.put(name, file));
            return answer;
        } catch (HubException e) {
            silence = e;
            throw e;
        }
    }

    /** @throws HubException if the hub can't be asked or doesn't answer as a hub does */
    HubListing list(@Nullable String commit) throws InterruptedException {
        requireVoice("The list of the files of " + repository + " is not in the hub's cache");
        try {
            HubListing listing = hub.list(at(commit));
            listing.files().forEach(file -> files.put(file.name(), file));
            return listing;
        } catch (HubException e) {
            silence = e;
            throw e;
        }
    }

    /**
     * Fails if the hub can't be asked.
     *
     * @param complaint what that is bad for, as a main clause without its end
     */
    void requireVoice(String complaint) {
        if (silence != null) {
            throw silence.reason() == HubException.Reason.OFFLINE
                    ? HubException.offline(complaint)
                    : new HubException(silence.reason(), complaint + ". " + silence.getMessage());
        }
    }

    private HubRepository at(@Nullable String commit) {
        return commit == null ? repository : repository.at(commit);
    }
}
