package whatis.commandline.serve;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Runs classifier-service and wikipedia-service until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Answers over HTTP what a photograph shows and what Wikipedia says about it.",
            "",
            "Starts classifier-service and wikipedia-service and says when they are ready. What they log goes to standard"
                    + " error, with their name in front. Ctrl-C or SIGTERM stops both: requests in work are finished"
                    + " before.",
            "",
            "If wikipedia-service ends by itself, pictures are answered without their article until it runs again: it is"
                    + " started at once, but not twice in a minute. If classifier-service ends, so does this.",
            "",
        },
        footer = {
            "",
            "Environment:",
            "  WHATIS_CLASSIFIER_PORT  where clients ask; default: 8000",
            "  WHATIS_WIKIPEDIA_PORT   where only classifier-service asks; default: 8001",
            "  WHATIS_ADDRESS          where clients ask; default: 127.0.0.1, which is this machine alone",
            "  WHATIS_MODEL            folder or OWNER/NAME[@REVISION] of a model; default: ViT-Base",
            "  WHATIS_MODEL_FALLBACK   starter: if ViT-Base can't be had, the small model answers; or none",
            "  WHATIS_PRECISION        fp32, bf16 or auto; default: auto",
            "  WHATIS_THRESHOLD        score from which an answer counts as known; default: 0.80",
            "  WHATIS_WIKIPEDIA_URL    another Wikipedia: address of the action API of a MediaWiki",
            "  WHATIS_CONTACT          your e-mail address or page: Wikipedia then answers 200 requests a minute",
            "                          instead of 10",
            "",
            "Example:",
            "  WHATIS_CLASSIFIER_PORT=8080 WHATIS_CONTACT=me@example.org whatis serve"
        })
public final class ServeCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final @Nullable String home;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param environment of this process, which the services inherit
     * @param home the folder of the project, where the jars are; null if unknown
     */
    public ServeCommand(Map<String, String> environment, @Nullable String home, PrintWriter out, PrintWriter err) {
        this.environment = environment;
        this.home = home;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the services. On a signal they are stopped by a shutdown hook, and the JVM ends with the signal's exit code.
     *
     * @throws ServeException if they can't be started, or don't run any more
     * @throws IllegalArgumentException if a variable of the environment makes no sense
     */
    @Override
    public Integer call() throws InterruptedException {
        if (home == null) {
            throw new ServeException("serve takes the launcher, which knows where the services are: ./whatis serve");
        }
        Path project = Path.of(home);
        Services services = Services.of(project, environment);
        try (Supervisor supervisor = new Supervisor(services, err)) {
            Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "stop-services"));
            supervisor.run(() -> announce(services.classifier(), project));
        } catch (CancellationException e) {
            // The shutdown hook has closed it, so this process ends by a signal.
        }
        return 0;
    }

    private void announce(Service classifier, Path project) {
        out.println("whatis answers at " + classifier.url("/") + ", for example:");
        out.println("curl -F " + quoted("file=@" + sample(project)) + " " + classifier.url("/whatis/"));
        err.println("whatis: Ctrl-C stops it");
    }

    /** Returns a picture to try, as seen from the folder in which the user is. */
    private static Path sample(Path project) {
        Path sample = project.resolve("starter-model/samples/traffic-light.png");
        Path here = Path.of("").toAbsolutePath();
        if (!Files.exists(sample)) {
            return Path.of("photo.jpg");
        }
        return sample.startsWith(here) ? here.relativize(sample) : sample;
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w=@./+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
