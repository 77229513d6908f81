package whatis.experiment;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.hub.ModelResolver;
import whatis.classification.hub.ResolvedModel;
import whatis.classification.hub.TerminalProgress;

/**
 * The model of all variants, at hand: downloading it is no part of the experiment.
 *
 * @param name what to call it
 * @param setting what finds it again without a network: a folder, or a commit of the hub that is in the cache
 * @param precision auto, fp32 or bf16
 */
record PreparedModel(String name, String setting, String precision) {

    private static final List<String> FILES = List.of("config.json", "preprocessor_config.json", "model.safetensors");

    /** @param scratch a folder for the starter model, if it is that */
    static PreparedModel of(ImageClassifierSettings settings, Path scratch) throws IOException {
        ResolvedModel model = new ModelResolver(settings.hub(), new TerminalProgress())
                .resolve(settings.model(), settings.fallback());
        String setting = model.name();
        if (model.fallback()) {
            setting = copied(model, scratch.resolve(model.name())).toString();
        } else if (!model.revision().isEmpty()) {
            setting = model.name() + "@" + model.revision();
        }
        return new PreparedModel(model.name(), setting, settings.precision().toString());
    }

    private static Path copied(ResolvedModel model, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            try (SeekableByteChannel channel = model.files().open(file)) {
                Files.copy(Channels.newInputStream(channel), folder.resolve(file));
            } catch (NoSuchFileException e) {
                // The preprocessor's settings have defaults.
            }
        }
        return folder;
    }

    /** Returns the variables that make a process use this model. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("WHATIS_MODEL", setting);
        environment.put("WHATIS_MODEL_FALLBACK", "none");
        environment.put("WHATIS_PRECISION", precision);
        return environment;
    }
}
