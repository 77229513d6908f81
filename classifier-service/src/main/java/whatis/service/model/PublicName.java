package whatis.service.model;

import java.nio.file.Path;
import whatis.classification.ModelDescription;

/** What a model is called in public: a hub id as it is, of a folder only its own name. */
public final class PublicName {

    private PublicName() {}

    public static String of(ModelDescription model) {
        if (!model.revision().isEmpty()) {
            return model.name();
        }
        Path folder = Path.of(model.name()).toAbsolutePath().normalize().getFileName();
        return folder == null ? model.name() : folder.toString();
    }
}
