package whatis.classification.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import whatis.classification.checkpoint.CheckpointException;
import whatis.hub.DownloadProgress;
import whatis.hub.HubClient;
import whatis.hub.HubException;
import whatis.hub.HubRepository;
import whatis.hub.HubSettings;
import whatis.hub.HubSnapshot;

/** Models of the hub. */
final class HubModels {

    /** A program of the hub's that converts pickled weights, and offers the result as a pull request. */
    private static final String CONVERTER = "SFconvertbot";

    private static final String CONFIG = "config.json";
    private static final int ABBREVIATED_COMMIT_DIGITS = 7;

    private final HubSettings settings;
    private final HubClient client;

    HubModels(HubSettings settings, DownloadProgress progress) {
        this.settings = settings;
        this.client = new HubClient(settings, progress);
    }

    /** @throws ModelUnavailableException if a file that the reader needs can't be had */
    <T> T read(HubRepository repository, Function<ResolvedModel, T> reader) {
        try {
            return client.read(repository, snapshot -> read(repository, snapshot, reader));
        } catch (HubException e) {
            throw ModelUnavailableException.of(e);
        }
    }

    private <T> T read(HubRepository repository, HubSnapshot snapshot, Function<ResolvedModel, T> reader) {
        if (!snapshot.has(CONFIG)) {
            throw ModelUnavailableException.because(
                    "The hub has no " + CONFIG + " for " + repository + ": choose a model in the transformers layout.");
        }
        String revision = snapshot.commit().substring(0, ABBREVIATED_COMMIT_DIGITS);
        HubModelFiles files = new HubModelFiles(snapshot, repository.id() + "@" + revision);
        TrackedFiles tracked = new TrackedFiles(files);
        ResolvedModel model = new ResolvedModel(repository.id(), revision, false, tracked);
        try {
            return reader.apply(model);
        } catch (CheckpointException e) {
            if (tracked.lacksWeights() && hasPickledWeights(snapshot)) {
                throw ModelUnavailableException.because(onlyPickledWeights(repository, files.origin()));
            }
            files.throwIfUnanswered();
            if (!heal(snapshot, tracked)) {
                throw e;
            }
            return reader.apply(model);
        }
    }

    private static boolean heal(HubSnapshot snapshot, TrackedFiles tracked) {
        boolean healed = false;
        for (String name : tracked.opened()) {
            healed |= snapshot.heal(name);
        }
        return healed;
    }

    private static boolean hasPickledWeights(HubSnapshot snapshot) {
        try {
            return PickledWeights.isAmong(snapshot.names());
        } catch (HubException e) {
            return false;
        }
    }

    private String onlyPickledWeights(HubRepository repository, String origin) {
        OptionalInt converted = OptionalInt.empty();
        try {
            converted = client.openPullRequest(repository, CONVERTER);
        } catch (HubException e) {
            // Then the message says where to look.
        }
        String where = converted.isPresent()
                ? "set WHATIS_MODEL to " + repository.id() + "@refs/pr/" + converted.getAsInt()
                        + ", where the hub's converter has left them as safetensors"
                : "look at " + settings.endpoint() + "/" + repository.id() + "/discussions for a pull request of "
                        + CONVERTER + " and set WHATIS_MODEL to " + repository.id() + "@refs/pr/N with its number";
        return PickledWeights.refusal(origin, List.of(where));
    }
}
