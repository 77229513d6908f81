package whatis.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one commit of a repository, each taken from the cache or, failing that, downloaded. The hub's first answer
 * says which commit it is, so that a push between two files can't mix two versions. Safe for use by many threads, one of
 * which works at a time.
 */
public final class HubSnapshot {

    private static final Logger log = LoggerFactory.getLogger(HubSnapshot.class);

    /** Nothing that could leave the folder of the snapshot. */
    private static final Pattern NAME =
            Pattern.compile("(?!.*(?://|\\\\|[\\x00-\\x1f:]))(?!(?:.*/)?\\.{1,2}(?:/|$))[^/].{0,499}(?<!/)");

    private final HubRepository repository;
    private final boolean cached;
    private final CachedRepository cache;
    private final HubInquiry hub;
    private final BlobDownload download;
    private @Nullable String commit;

    /** @param cachedCommit the commit, if the cache tells it */
    HubSnapshot(
            HubRepository repository,
            Optional<String> cachedCommit,
            CachedRepository cache,
            HubInquiry hub,
            BlobDownload download) {
        this.repository = repository;
        this.cached = cachedCommit.isPresent();
        this.commit = cachedCommit.orElse(null);
        this.cache = cache;
        this.hub = hub;
        this.download = download;
    }

    /**
     * Tells whether the cache said which commit this is. If so, the hub is not needed for the files that are cached, and
     * it may be unknown which others there are.
     */
    public boolean isFromCache() {
        return cached;
    }

    /**
     * Returns the commit, 40 hexadecimal digits.
     *
     * @throws HubException if neither the cache nor the hub tells
     */
    public synchronized String commit() {
        if (commit == null) {
            names();
        }
        return pinnedCommit();
    }

    /**
     * Tells whether the commit has a file. What it doesn't have is remembered, as Python does it.
     *
     * @param name as in the repository, with slashes between folders
     * @throws HubException if that can't be known
     */
    public synchronized boolean has(String name) {
        return NAME.matcher(name).matches()
                && LocalWork.on(repository, () -> isCached(name) || find(name).isPresent());
    }

    /**
     * Returns where a file lies, downloading it if need be, which takes as long as it takes.
     *
     * @throws HubException if it can't be had, {@link HubException.Reason#NO_FILE} if there is none
     */
    public synchronized Path get(String name) {
        if (!has(name)) {
            throw new HubException(
                    HubException.Reason.NO_FILE,
                    "The hub's " + repository.kind() + " " + repository + " has no " + name
                            + ": check the name and the revision.");
        }
        return LocalWork.on(repository, () -> {
            Optional<Path> held = cache.file(pinnedCommit(), name);
            RemoteFile known = hub.told(name);
            if (held.isEmpty()) {
                return download.fetch(found(name), cache);
            }
            if (known == null || known.mayHave(Files.size(held.get()))) {
                return held.get();
            }
            log.warn(
                    "{} has {} bytes in the cache, not {}; downloading it again.",
                    known,
                    Files.size(held.get()),
                    known.size());
            return download.replace(known, cache);
        });
    }

    /**
     * Compares a cached file with its checksum, and downloads it again if it is damaged.
     *
     * @return whether it was damaged, and now isn't
     * @throws HubException if it is damaged and can't be had
     */
    public synchronized boolean heal(String name) {
        return LocalWork.on(repository, () -> {
            Optional<Path> held = commit == null ? Optional.empty() : cache.file(commit, name);
            Optional<Checksum> checksum = held.isEmpty() ? Optional.empty() : checksum(name);
            if (checksum.isEmpty() || checksum.get().matches(held.get())) {
                return false;
            }
            String damage = name + " of " + repository + " is damaged in the hub's cache";
            hub.requireVoice(damage);
            log.warn("{}; downloading it again.", damage);
            download.replace(found(name), cache);
            return true;
        });
    }

    /** Where the file itself lies in the snapshot, only the hub knows its checksum. */
    private Optional<Checksum> checksum(String name) throws IOException, InterruptedException {
        Optional<Checksum> checksum = cache.checksum(pinnedCommit(), name);
        if (checksum.isPresent()) {
            return checksum;
        }
        try {
            return find(name).map(RemoteFile::checksum);
        } catch (HubException e) {
            return Optional.empty();
        }
    }

    /**
     * Lists the files of the commit, or those that are cached if the hub isn't there to be asked, in alphabetical order.
     *
     * @throws HubException if neither the cache nor the hub tells which commit it is
     */
    public synchronized List<String> names() {
        return LocalWork.on(repository, () -> {
            try {
                HubListing listing = hub.list(commit);
                commit = listing.commit();
                return listing.names().stream()
                        .filter(name -> NAME.matcher(name).matches())
                        .sorted()
                        .toList();
            } catch (HubException e) {
                if (!cached) {
                    throw e;
                }
                return cache.files(pinnedCommit());
            }
        });
    }

    /** Remembers what the revision means, now that all is there that the reader wants of it. */
    synchronized void rememberCommit() {
        try {
            if (commit != null) {
                cache.setCommit(repository.revision(), commit);
            }
        } catch (IOException e) {
            log.debug("What {} means can't be remembered", repository, e); // a read-only cache that has all
        }
    }

    private boolean isCached(String name) {
        return commit != null && cache.file(commit, name).isPresent();
    }

    private RemoteFile found(String name) throws InterruptedException {
        return find(name)
                .orElseThrow(() -> HubException.refused("The hub had " + name + " of " + repository
                        + " a moment ago, and now says that there is none: start it again."));
    }

    /** Asks the hub about a file, unless that is known. */
    private Optional<RemoteFile> find(String name) throws InterruptedException {
        if (commit != null && cache.lacks(commit, name)) {
            return Optional.empty();
        }
        HubProtocol.Answer answer = hub.find(commit, name);
        commit = answer.commit() != null ? answer.commit() : commit;
        if (answer.file().isEmpty()) {
            rememberAbsence(name);
        }
        return answer.file();
    }

    private void rememberAbsence(String name) {
        try {
            if (commit != null) {
                cache.addAbsent(commit, name);
            }
        } catch (IOException e) {
            log.debug("That {} has no {} can't be remembered", repository, name, e); // a read-only cache
        }
    }

    private String pinnedCommit() {
        if (commit == null) {
            throw new IllegalStateException("the hub has not told the commit of " + repository);
        }
        return commit;
    }
}
