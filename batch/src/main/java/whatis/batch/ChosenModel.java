package whatis.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import whatis.batch.executor.BatchModel;
import whatis.batch.output.Origin;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.InferenceEngine;
import whatis.classification.engine.Precision;
import whatis.classification.model.Calibrations;
import whatis.classification.model.ModelResolver;
import whatis.classification.model.ResolvedModel;
import whatis.classification.network.Calibration;
import whatis.hub.DownloadProgress;

/** Decides for all executors which files the model is, and in which precision it runs. */
final class ChosenModel {

    private final ImageClassifierSettings settings;
    private final Path folder;

    /** @param folder for what executors need of the model */
    ChosenModel(ImageClassifierSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Finds the model and copies its files, and its calibration if it has to have one. */
    BatchModel choose(DownloadProgress progress) throws IOException {
        try {
            return new ModelResolver(settings.hub(), progress)
                    .read(settings.model(), settings.fallback(), this::copied);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private BatchModel copied(ResolvedModel model) {
        try {
            Precision precision = settings.precision().here();
            String digest = model.digest();
            copy(model);
            if (settings.precision() == Precision.INT8) {
                Calibration calibration = Calibrations.beside(settings.hub())
                        .find(settings.model(), digest, InferenceEngine.libTorchVersion());
                new Calibrations(folder.resolve(BatchModel.CALIBRATIONS)).save(calibration);
            }
            Origin origin = new Origin(model.name(), model.revision(), precision.toString(), version());
            return new BatchModel(origin, precision, digest, folder.toString(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(ResolvedModel model) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(BatchModel.CHECKPOINT));
        for (String name : model.fetch()) {
            try (InputStream in = Channels.newInputStream(model.files().open(name))) {
                Files.copy(in, checkpoint.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String version() {
        String version = Batch.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
