package whatis.commandline.serve;

import java.io.PrintWriter;
import java.net.URI;
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
        exitCodeList = {
            "  1:a setting is wrong",
            "  2:the command was not understood",
            "  3:a service could not be started, or classifier-service has ended",
            "130:stopped by Ctrl-C",
            "143:stopped by SIGTERM"
        },
        footer = {
            "",
            "Environment:",
            "  WHATIS_CLASSIFIER_PORT  Where clients ask. Default: 8000.",
            "  WHATIS_WIKIPEDIA_PORT   Where only classifier-service asks. Default: 8001.",
            "  WHATIS_ADDRESS          From where clients may ask; 0.0.0.0: everywhere.",
            "                          Default: 127.0.0.1, this machine.",
            "  WHATIS_HOSTS            By which names clients may ask, besides localhost and IP",
            "                          addresses, such as mybox,whatis.example. Default: none.",
            "  WHATIS_MODEL            Folder or OWNER/NAME[@REVISION] of a model.",
            "                          Default: ViT-Base.",
            "  WHATIS_MODEL_FALLBACK   What to do if ViT-Base can't be had: starter, let the",
            "                          small model answer, or none. Default: starter.",
            "  WHATIS_PRECISION        fp32, bf16, int8 or auto. Default: auto.",
            "  WHATIS_CONCURRENCY      dispatchers x threads x micro-batch, such as 2x2x4. Default: auto.",
            "  WHATIS_THRESHOLD        Score from which a picture is known. Default: 0.80.",
            "  WHATIS_WIKIPEDIA_URL    Action API of another MediaWiki. Default: Wikipedia's.",
            "  WHATIS_CONTACT          Your e-mail address or web page. Wikipedia answers 10",
            "                          requests a minute, and 200 if it knows whose they are.",
            "  LOGGING_LEVEL_ROOT      info tells more about the services. Default: warn.",
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
        Path here = Path.of("").toAbsolutePath();
        out.println("whatis answers at " + classifier.url("/") + ", in a browser and to programs, for example:");
        out.println(example(project, here, classifier.url("/whatis/")));
        err.println("whatis: Ctrl-C stops it");
    }

    /**
     * Returns a command to try.
     *
     * @param here the folder in which the user is
     */
    static String example(Path project, Path here, URI url) {
        Path sample = project.resolve("starter-model/samples/traffic-light.png");
        Path picture = Files.exists(sample) ? sample : here.resolve("photo.jpg");
        String file = "file=@" + (picture.startsWith(here) ? here.relativize(picture) : picture);
        boolean plain = file.matches("[\\w=@./+-]+");
        return "curl -F " + (plain ? file : "'" + file.replace("'", "'\\''") + "'") + " " + url;
    }
}
