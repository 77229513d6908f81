package whatis.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.containers.Stack.CLASSIFIER;
import static whatis.containers.Stack.WIKIPEDIA;

import com.github.dockerjava.api.model.HostConfig;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers(disabledWithoutDocker = true)
@EnabledIfEnvironmentVariable(
        named = "WHATIS_MEDIAWIKI_URL",
        matches = ".+",
        disabledReason = "needs a MediaWiki that containers reach and that has an article on traffic lights:"
                + " its api.php in WHATIS_MEDIAWIKI_URL")
class ServicesIT {

    private static final Duration REPAIR = Duration.ofMinutes(1);

    // The most memory that a container ever took, in bytes, with the kernel's two ways to tell it.
    private static final String PEAK_V2 = "/sys/fs/cgroup/memory.peak";
    private static final String PEAK_V1 = "/sys/fs/cgroup/memory/memory.max_usage_in_bytes";

    private static Stack stack;
    private static Client client;

    enum Outage {
        KILLED(Stack::kill, Stack::start),
        PAUSED(Stack::pause, Stack::unpause),
        DISCONNECTED(Stack::disconnect, Stack::connect);

        private final BiConsumer<Stack, String> begin;
        private final BiConsumer<Stack, String> end;

        Outage(BiConsumer<Stack, String> begin, BiConsumer<Stack, String> end) {
            this.begin = begin;
            this.end = end;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        stack = new Stack();
        client = new Client(
                stack.url("/whatis"), Files.readAllBytes(Path.of("../../starter-model/samples/traffic-light.png")));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void pictureWhenBothServicesRunIsNamedWithItsArticle() throws Exception {
        assertThat(client.ask().prediction()).isEqualTo("traffic light");
        awaitArticle();
    }

    @ParameterizedTest
    @EnumSource
    void pictureWhenWikipediaServiceIsGoneIsNamedWithTheProblem(Outage outage) throws Exception {
        outage.begin.accept(stack, WIKIPEDIA);
        try {
            Client.Answer answer = client.ask();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.prediction()).isEqualTo("traffic light");
            assertThat(answer.article()).startsWith("/problems/encyclopedia-");
        } finally {
            outage.end.accept(stack, WIKIPEDIA);
        }
        awaitArticle();
    }

    @Test
    void clientsWhenClassifierServiceRestartsAreAnsweredOrToldToComeBack() throws Exception {
        try (Load load = new Load(client, 4)) {
            load.awaitNames(20);
            stack.restart(CLASSIFIER);
            load.awaitNames(20);
            assertThat(load.surprises()).isEmpty();
        }
    }

    @Test
    void memoryWhenTenThousandPicturesAreNamedStaysBelowTheLimit() throws Exception {
        long limit = stack.inspect(CLASSIFIER).getHostConfig().getMemory();
        String started = stack.inspect(CLASSIFIER).getState().getStartedAt();
        try (Load load = new Load(new Client(stack.url("/whatis"), smallPicture()), 8)) {
            load.awaitNames(10_000);
            assertThat(load.surprises()).isEmpty();
        }
        long peak = Long.parseLong(stack.run(CLASSIFIER, "sh", "-c", "cat " + PEAK_V2 + " || cat " + PEAK_V1)
                .strip());
        System.out.printf("classifier-service after 10,000 pictures: %,d of %,d bytes%n", peak, limit);
        assertThat(peak).isPositive().isLessThan(limit);
        assertThat(stack.inspect(CLASSIFIER).getState().getStartedAt()).isEqualTo(started);
    }

    @Test
    void classifierServiceWhenItRunsHasNoPowers() {
        HostConfig configuration = stack.inspect(CLASSIFIER).getHostConfig();
        assertThat(configuration.getReadonlyRootfs()).isTrue();
        assertThat(configuration.getCapDrop()).isNotEmpty();
        assertThat(stack.inspect(CLASSIFIER).getConfig().getUser()).matches("[1-9][0-9]*:[1-9][0-9]*");
    }

    @ParameterizedTest
    @CsvSource({CLASSIFIER + ", secret-of-the-wiki", WIKIPEDIA + ", secret-of-the-hub"})
    void serviceWhenASecretIsTheOthersDoesNotGetIt(String service, String secret) throws Exception {
        assertThat(stack.run(service, "env")).contains("HF_TOKEN=").doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIFIER, WIKIPEDIA})
    void serviceWhenStartedMapsItsArchivedClasses(String service) throws Exception {
        assertThat(stack.run(service, "cat", "/proc/1/maps")).contains("/application/classes.jsa");
    }

    private static void awaitArticle() throws Exception {
        long end = System.nanoTime() + REPAIR.toNanos();
        String article = client.ask().article();
        while (article.startsWith("/problems/") && System.nanoTime() < end) {
            Thread.sleep(200);
            article = client.ask().article();
        }
        assertThat(article).startsWithIgnoringCase("a traffic light is");
    }

    private static byte[] smallPicture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
