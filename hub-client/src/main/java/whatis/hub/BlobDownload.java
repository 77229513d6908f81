package whatis.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Downloads a file until it is whole, over broken connections and earlier attempts, and puts it into the cache. */
final class BlobDownload {

    private static final Logger log = LoggerFactory.getLogger(BlobDownload.class);

    /** Pauses of 1, 2, 4, 8 and 16 s: a router restarts within that. */
    private static final int MAX_FAILURES_IN_ROW = 5;

    /** How often the stall timeout may pass without a byte: a host that keeps silent is tried less often than one that fails. */
    private static final int MAX_STALLS = 3;

    /** An attempt that brought this much counts as a success; with less, a hub that drips could keep us for ever. */
    private static final long WORTHWHILE_BYTES = 1 << 20;

    private final HubProtocol hub;
    private final DownloadProgress progress;
    private final HubSettings settings;

    BlobDownload(HubProtocol hub, DownloadProgress progress, HubSettings settings) {
        this.hub = hub;
        this.progress = progress;
        this.settings = settings;
    }

    /** Makes the file part of its commit's snapshot, and returns where it lies. */
    @SuppressWarnings("try") // the lock is held, not used
    Path fetch(RemoteFile file, CachedRepository repository) throws IOException, InterruptedException {
        Path blob = repository.blob(file.checksum());
        String commit = file.repository().revision();
        try (BlobLock lock = BlobLock.acquire(repository.lockFile(file.checksum()))) {
            if (repository.file(commit, file.name()).isEmpty()) {
                if (!Files.exists(blob) || !file.mayHave(Files.size(blob))) {
                    download(file, repository, blob);
                }
                repository.addToSnapshot(commit, file.name(), blob);
            }
        }
        return repository.snapshot(commit).resolve(file.name());
    }

    /** Downloads a file again that is damaged in the cache, unless another process was faster. */
    @SuppressWarnings("try") // the lock is held, not used
    Path replace(RemoteFile file, CachedRepository repository) throws IOException, InterruptedException {
        Path blob = repository.blob(file.checksum());
        String commit = file.repository().revision();
        Path entry = repository.snapshot(commit).resolve(file.name());
        try (BlobLock lock = BlobLock.acquire(repository.lockFile(file.checksum()))) {
            if (!Files.exists(entry) || !file.checksum().matches(entry)) {
                download(file, repository, blob);
                repository.replaceInSnapshot(commit, file.name(), blob);
            }
        }
        return entry;
    }

    private void download(RemoteFile file, CachedRepository repository, Path blob)
            throws IOException, InterruptedException {
        Path partial = repository.partialBlob(file.checksum());
        Files.createDirectories(partial.getParent());
        fill(partial, file);
        // Where the blob is a link into a store that repositories share, this replaces the link alone.
        Files.move(partial, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void fill(Path partial, RemoteFile file) throws IOException, InterruptedException {
        boolean continued = Files.exists(partial);
        progress.started(file.name(), file.size(), continued ? Files.size(partial) : 0);
        try {
            complete(partial, file);
            boolean sound = file.checksum().matches(partial);
            if (!sound && continued) {
                log.info("What was left of an earlier download of {} is damaged; starting again.", file);
                Files.delete(partial);
                complete(partial, file);
                sound = file.checksum().matches(partial);
            }
            if (!sound) {
                Files.delete(partial);
                throw HubException.refused("What the hub sent as " + file
                        + " does not match its checksum: check whether a proxy changes downloads, and try again.");
            }
        } finally {
            progress.ended();
        }
    }

    private void complete(Path partial, RemoteFile file) throws IOException, InterruptedException {
        int failures = 0;
        long lastByte = System.nanoTime();
        while (true) {
            try (BlobWriter writer = new BlobWriter(partial, file, progress::at)) {
                long before = writer.position();
                if (writer.isComplete()) {
                    return;
                }
                try {
                    hub.download(file, writer);
                    return;
                } catch (HubException e) {
                    failures = writer.position() - before >= WORTHWHILE_BYTES ? 1 : failures + 1;
                    lastByte = writer.position() > before ? System.nanoTime() : lastByte;
                    if (!e.hubDown() || failures > MAX_FAILURES_IN_ROW || isSilent(lastByte)) {
                        throw e;
                    }
                    log.warn("{} Taking the download of {} up again.", e.getMessage(), file);
                }
            }
            Thread.sleep(
                    settings.retryPause().multipliedBy(1L << (failures - 1)).toMillis());
        }
    }

    private boolean isSilent(long lastByte) {
        return System.nanoTime() - lastByte
                >= MAX_STALLS * settings.stallTimeout().toNanos();
    }
}
