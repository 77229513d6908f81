package whatis.hub;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets repositories of the hub, or what is cached of them. Safe for use by many threads, if its progress is; two that
 * want the same file, in this process or in others, download it once.
 */
public final class HubClient {

    private static final Logger log = LoggerFactory.getLogger(HubClient.class);

    private final HubSettings settings;
    private final HubProtocol hub;
    private final BlobDownload download;

    /** @param progress told of every download */
    public HubClient(HubSettings settings, DownloadProgress progress) {
        this.settings = settings;
        this.hub = new HubProtocol(settings);
        this.download = new BlobDownload(hub, progress, settings);
    }

    /**
     * Lets a reader get the files that it needs, all of one commit. A commit that is cached needs the hub for files that
     * it was never asked for only. A branch or tag is looked up each time; if the hub is out of reach or refuses, even
     * half-way, the reader is called once more, with what the revision last meant.
     *
     * @param reader gets the files; whatever it throws is passed on
     * @return what the reader returns
     * @throws HubException if a file that the reader wants can't be had
     */
    public <T> T read(HubRepository repository, Function<HubSnapshot, T> reader) {
        CachedRepository cache = new CachedRepository(settings.cache(), repository);
        if (settings.offline()) {
            HubException offline = HubException.offline(repository + " is not in the hub's cache");
            Optional<String> commit = latest(cache, repository);
            if (commit.isEmpty()) {
                throw offline;
            }
            return reader.apply(snapshot(repository, commit, cache, offline));
        }
        Optional<String> pinned = LocalWork.on(repository, () -> cache.pinned(repository.revision()));
        HubSnapshot snapshot = snapshot(repository, pinned, cache, null);
        try {
            T read = reader.apply(snapshot);
            snapshot.rememberCommit();
            return read;
        } catch (HubException e) {
            Optional<String> cached = pinned.isPresent() ? Optional.empty() : latest(cache, repository);
            if (cached.isEmpty() || !e.cacheMayServe()) {
                throw e;
            }
            log.warn("{} Using what {} meant when it was last looked up.", e.getMessage(), repository);
            return reader.apply(snapshot(repository, cached, cache, e));
        }
    }

    private HubSnapshot snapshot(
            HubRepository repository, Optional<String> commit, CachedRepository cache, @Nullable HubException silence) {
        return new HubSnapshot(repository, commit, cache, new HubInquiry(repository, hub, silence), download);
    }

    /**
     * Finds an open pull request by its author; its files are those of the revision {@code refs/pr/<number>}.
     *
     * @throws HubException if the hub doesn't answer as a hub does, or must not be asked
     */
    public OptionalInt openPullRequest(HubRepository repository, String author) {
        if (settings.offline()) {
            throw HubException.offline("The pull requests of " + repository.id() + " are not in the hub's cache");
        }
        return LocalWork.on(repository, () -> hub.openPullRequest(repository, author));
    }

    private static Optional<String> latest(CachedRepository cache, HubRepository repository) {
        return LocalWork.on(repository, () -> cache.latest(repository.revision()));
    }
}
