package whatis.service.model;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import whatis.classification.ImageClassifier;
import whatis.hub.TerminalProgress;

/**
 * Provides the model, which begins to load before Spring creates anything else: that is half of the time until the service
 * is ready. Spring Boot knows of it from {@code META-INF/spring.factories}.
 */
final class ModelInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final int FAILURE = 1;

    @Override
    public void initialize(GenericApplicationContext context) {
        ModelSettings settings =
                Binder.get(context.getEnvironment()).bindOrCreate(ModelSettings.PREFIX, ModelSettings.class);
        Model model = new Model(
                () -> ImageClassifier.load(
                        settings.classifierSettings(System.getenv()), TerminalProgress.onStandardError()),
                () -> System.exit(FAILURE));
        model.start();
        // Freed last of all, when the web server has stopped.
        context.registerBean(Model.class, () -> model);
    }
}
