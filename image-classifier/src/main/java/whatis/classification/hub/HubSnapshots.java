package whatis.classification.hub;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.checkpoint.CheckpointFiles;

/** Brings hub models into the cache, and finds those that are there. */
final class HubSnapshots {

    private static final Logger log = LoggerFactory.getLogger(HubSnapshots.class);

    /** In this order: the weights last, so that a model with weights is a whole one. */
    private static final List<String> FILES = List.of(ModelFiles.CONFIG, ModelFiles.PREPROCESSOR, ModelFiles.WEIGHTS);

    private static final int ABBREVIATED_COMMIT_DIGITS = 7;

    private final HubSettings settings;
    private final DownloadProgress progress;

    HubSnapshots(HubSettings settings, DownloadProgress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Returns a model from the cache or, failing that, from the hub. A commit that is cached whole needs no network; a
     * branch or tag is looked up each time, and what it last meant serves while the hub is down.
     *
     * @throws ModelUnavailableException if it can't be had
     */
    ResolvedModel get(HubModel model) {
        CachedRepository repository = new CachedRepository(settings.cache(), model.repository());
        try {
            Optional<String> cached = repository.commit(model).filter(commit -> isWhole(repository, commit));
            if (cached.isPresent() && (model.isPinned() || settings.offline())) {
                return resolved(model, repository, cached.get());
            }
            if (settings.offline()) {
                throw ModelUnavailableException.hubDown(model + " is not in the hub's cache, and HF_HUB_OFFLINE forbids"
                        + " to download it: unset HF_HUB_OFFLINE, or set WHATIS_MODEL to a folder that holds a model.");
            }
            try {
                return resolved(model, repository, download(model, repository));
            } catch (ModelUnavailableException e) {
                if (cached.isEmpty() || !e.hubDown()) {
                    throw e;
                }
                log.warn("{} Using what {} meant when it was last looked up.", e.getMessage(), model);
                return resolved(model, repository, cached.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ModelUnavailableException.because("The download of " + model + " was interrupted; start it again.");
        } catch (IOException e) {
            throw ModelUnavailableException.because("The hub's cache can't be read or written (" + reason(e)
                    + "): make room or give access, or set HF_HUB_CACHE to another folder.");
        }
    }

    private static boolean isWhole(CachedRepository repository, String commit) {
        return FILES.stream().allMatch(file -> isSettled(repository, commit, file));
    }

    private static boolean isSettled(CachedRepository repository, String commit, String file) {
        return repository.holds(commit, file)
                || (file.equals(ModelFiles.PREPROCESSOR) && repository.lacks(commit, file));
    }

    /** Downloads what is missing, and returns the commit. */
    private String download(HubModel model, CachedRepository repository) throws IOException, InterruptedException {
        HubClient hub = new HubClient(settings);
        BlobDownload download = new BlobDownload(hub, progress, settings);
        HubModel pinned = model;
        for (String name : FILES) {
            if (isSettled(repository, pinned.revision(), name)) {
                continue;
            }
            Optional<RemoteFile> file = hub.find(pinned, name);
            if (file.isPresent()) {
                // The first answer pins the commit, so that a push between two files can't mix two models.
                pinned = file.get().model();
                download.fetch(file.get(), repository);
            } else if (name.equals(ModelFiles.PREPROCESSOR)) {
                repository.addAbsent(pinned.revision(), name);
            } else {
                throw missing(name, pinned, hub);
            }
        }
        repository.setCommit(model.revision(), pinned.revision());
        return pinned.revision();
    }

    private static ModelUnavailableException missing(String name, HubModel model, HubClient hub)
            throws InterruptedException {
        return name.equals(ModelFiles.WEIGHTS)
                ? ModelUnavailableException.withoutWeights(
                        model.toString(), hub.find(model, ModelFiles.SHARDS).isPresent())
                : ModelUnavailableException.because(
                        "The hub has no " + name + " for " + model + ": choose a model in the transformers layout.");
    }

    private static ResolvedModel resolved(HubModel model, CachedRepository repository, String commit) {
        Path folder = repository.snapshot(commit);
        String revision = commit.substring(0, ABBREVIATED_COMMIT_DIGITS);
        return new ResolvedModel(
                model.repository(),
                revision,
                false,
                CheckpointFiles.inFolder(folder, model.repository() + "@" + revision));
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
