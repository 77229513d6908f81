package whatis.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.model.ModelResolver;
import whatis.classification.model.ResolvedModel;
import whatis.hub.TerminalProgress;

/**
 * The model of all variants, at hand: downloading it is no part of the experiment.
 *
 * @param name what to call it
 * @param setting what finds it again without a network: a folder, or a commit of the hub that is in the cache
 * @param precision as it was named
 */
record PreparedModel(String name, String setting, String precision) {

    /** @param scratch a folder for the starter model, if it is that */
    static PreparedModel of(ImageClassifierSettings settings, Path scratch) throws IOException {
        try {
            return new ModelResolver(settings.hub(), TerminalProgress.onStandardError())
                    .read(
                            settings.model(),
                            settings.fallback(),
                            model -> new PreparedModel(
                                    model.name(),
                                    setting(model, scratch),
                                    settings.precision().toString()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String setting(ResolvedModel model, Path scratch) {
        try {
            Set<String> files = model.fetch();
            if (model.fallback()) {
                return copied(model, files, scratch.resolve(model.name())).toString();
            }
            return model.revision().isEmpty() ? model.name() : model.name() + "@" + model.revision();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copied(ResolvedModel model, Set<String> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : files) {
            try (SeekableByteChannel channel = model.files().open(file)) {
                Files.copy(Channels.newInputStream(channel), folder.resolve(file));
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
