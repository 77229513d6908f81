package whatis.classification.hub;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the model to run: in a folder, in the hub's cache, on the hub, or among the resources. For one thread at a time. */
public final class ModelResolver {

    /** The model that runs if none is named. */
    public static final String DEFAULT_MODEL = "google/vit-base-patch16-224@3f49326";

    private final HubSnapshots hub;
    private final StarterModel starter;

    public ModelResolver(HubSettings settings, DownloadProgress progress) {
        this(settings, progress, ModelResolver.class.getClassLoader());
    }

    ModelResolver(HubSettings settings, DownloadProgress progress, ClassLoader resources) {
        this.hub = new HubSnapshots(settings, progress);
        this.starter = new StarterModel(resources);
    }

    /**
     * Finds a model and downloads it if need be, which takes as long as it takes.
     *
     * @param model a folder, or a hub id {@code owner/name} or {@code owner/name@revision} where the revision is a
     *     branch, tag, or commit, abbreviated or not; null or blank for the default model
     * @param fallback what to run if the default model can't be had because the hub is down
     * @throws ModelUnavailableException if the model can't be had
     */
    public ResolvedModel resolve(@Nullable String model, ModelFallback fallback) {
        return model == null || model.isBlank() ? resolveDefault(fallback) : resolveNamed(model.strip());
    }

    private ResolvedModel resolveNamed(String name) {
        ModelFolder folder = ModelFolder.of(name);
        Optional<HubModel> hubModel = HubModel.parse(name);
        return hubModel.isPresent() && !folder.exists() ? hub.get(hubModel.get()) : folder.get();
    }

    private ResolvedModel resolveDefault(ModelFallback fallback) {
        try {
            return hub.get(HubModel.parse(DEFAULT_MODEL).orElseThrow());
        } catch (ModelUnavailableException e) {
            if (fallback == ModelFallback.NONE || !e.hubDown()) {
                throw e;
            }
            return starter.insteadOf(DEFAULT_MODEL, e);
        }
    }
}
