package whatis.classification.hub;

/** The files of a model in the transformers layout, by name. */
final class ModelFiles {

    static final String CONFIG = "config.json";

    /** Optional. */
    static final String PREPROCESSOR = "preprocessor_config.json";

    static final String WEIGHTS = "model.safetensors";

    /** Lists the files of weights that come in several; such models are refused. */
    static final String SHARDS = "model.safetensors.index.json";

    private ModelFiles() {}
}
