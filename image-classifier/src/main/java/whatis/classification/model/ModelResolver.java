package whatis.classification.model;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whatis.hub.DownloadProgress;
import whatis.hub.HubRepository;
import whatis.hub.HubSettings;
import whatis.hub.RepositoryKind;

/**
 * Finds the model to run: in a folder, in the hub's cache, on the hub, or among the resources. Safe for use by many
 * threads, if its progress is.
 */
public final class ModelResolver {

    /** The model that runs if none is named. */
    public static final String DEFAULT_MODEL = "google/vit-base-patch16-224@3f49326";

    private final HubModels hub;
    private final StarterModel starter;

    /** @param progress told of every download */
    public ModelResolver(HubSettings settings, DownloadProgress progress) {
        this(settings, progress, ModelResolver.class.getClassLoader());
    }

    ModelResolver(HubSettings settings, DownloadProgress progress, ClassLoader resources) {
        this.hub = new HubModels(settings, progress);
        this.starter = new StarterModel(resources);
    }

    /**
     * Finds a model and lets a reader read it; what the reader opens is downloaded if need be, which takes as long as it
     * takes. The reader is called again, from the start, if it meets a file that turns out to be damaged in the cache and
     * now is not, or if the hub fails half-way and something else may take its place: what a branch last meant, or the
     * starter model.
     *
     * @param model a folder, or a hub id {@code owner/name} or {@code owner/name@revision} where the revision is a
     *     branch, tag, or commit, abbreviated or not; null or blank for the default model
     * @param fallback what to run if the default model can't be had because the hub is down
     * @param reader reads the files; whatever it throws is passed on
     * @return what the reader returns
     * @throws ModelUnavailableException if the model can't be had
     */
    public <T> T read(@Nullable String model, ModelFallback fallback, Function<ResolvedModel, T> reader) {
        return model == null || model.isBlank() ? readDefault(fallback, reader) : readNamed(model.strip(), reader);
    }

    private <T> T readNamed(String name, Function<ResolvedModel, T> reader) {
        ModelFolder folder = ModelFolder.of(name);
        Optional<HubRepository> repository = HubRepository.parse(RepositoryKind.MODEL, name);
        return repository.isPresent() && !folder.exists() ? hub.read(repository.get(), reader) : folder.read(reader);
    }

    private <T> T readDefault(ModelFallback fallback, Function<ResolvedModel, T> reader) {
        try {
            return hub.read(
                    HubRepository.parse(RepositoryKind.MODEL, DEFAULT_MODEL).orElseThrow(), reader);
        } catch (ModelUnavailableException e) {
            if (fallback == ModelFallback.NONE || !e.hubDown()) {
                throw e;
            }
            return reader.apply(starter.insteadOf(DEFAULT_MODEL, e));
        }
    }
}
