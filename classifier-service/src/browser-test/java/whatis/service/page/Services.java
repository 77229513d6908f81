package whatis.service.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Both services in front of the tests' MediaWiki; the starter model answers. */
final class Services {

    static final Path SAMPLES = Path.of("..", "starter-model", "samples");

    static final String ARTICLE =
            "A traffic light is a signal that says who may drive and who has to wait. Red means stop, "
                    + "green means go, and amber that it is about to change.";

    static final String SECOND_PARAGRAPH = "The first one was lit by gas.";

    private static final Path CLASSIFIER_JAR = Path.of("target", "classifier-service.jar");
    private static final Path WIKIPEDIA_JAR = Path.of("..", "wikipedia-service", "target", "wikipedia-service.jar");

    /** Nothing here is about time, and the machine may be busy: whoever waits does so for long. */
    private static final Map<String, String> PATIENT_CLASSIFIER = Map.of(
            "WHATIS_CLASSIFIER_DEADLINE", "60s",
            "WHATIS_ENCYCLOPEDIA_READ_TIMEOUT", "30s",
            "WHATIS_ENCYCLOPEDIA_RECOVERY", "1s",
            "WHATIS_ADMISSION_DEADLINE", "100s");

    private final ServiceProcess wikipedia = startWikipedia();
    private final ServiceProcess classifier = startClassifier(Map.of());

    private Services() {}

    static boolean areBuilt() {
        return Files.exists(WIKIPEDIA_JAR) && Files.exists(CLASSIFIER_JAR) && Files.exists(SAMPLES);
    }

    /** Returns those that the tests share; they are started at the first call and end with the tests. */
    static Services shared() {
        return Shared.SERVICES;
    }

    /** Returns the address of the classifier-service. */
    String url() {
        return classifier.url();
    }

    /** Starts another classifier-service, whose model may still be loading. */
    ServiceProcess startClassifier(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(PATIENT_CLASSIFIER);
        environment.put("HF_ENDPOINT", "http://127.0.0.1:1");
        environment.put(
                "HF_HOME", Path.of("target", "page", "hub").toAbsolutePath().toString());
        environment.put("WHATIS_MODEL_FALLBACK", "starter");
        environment.put("WHATIS_CLASSIFIER_PORT", "0");
        environment.put("WHATIS_WIKIPEDIA_SERVICE_URL", wikipedia.url());
        environment.putAll(settings);
        return ServiceProcess.start(CLASSIFIER_JAR, environment);
    }

    /** Starts one without a memory, so that each question gets to the MediaWiki. */
    private static ServiceProcess startWikipedia() {
        MediaWiki mediaWiki = MediaWiki.fromEnvironment();
        mediaWiki.publish("Traffic light", ARTICLE + "\n\n== History ==\n" + SECOND_PARAGRAPH);
        Map<String, String> environment = Map.of(
                "WHATIS_WIKIPEDIA_PORT", "0",
                "WHATIS_WIKIPEDIA_URL", mediaWiki.url(),
                "WHATIS_WIKIPEDIA_DEADLINE", "20s",
                "WHATIS_WIKIPEDIA_PATIENCE", "20s",
                "WHATIS_WIKIPEDIA_CACHE_HITS", "0s",
                "WHATIS_WIKIPEDIA_CACHE_MISSES", "0s",
                "WHATIS_WIKIPEDIA_CACHE_STALE", "0s");
        return ServiceProcess.start(WIKIPEDIA_JAR, environment);
    }

    private static final class Shared {
        static final Services SERVICES = new Services();
    }
}
