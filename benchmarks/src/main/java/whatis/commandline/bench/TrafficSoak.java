package whatis.commandline.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Puts valid, invalid and hostile traffic on classifier-service for a time, compares every answer with what it has to be, and
 * watches the service's memory. Fails if an answer is another one, or if there is none.
 */
final class TrafficSoak {

    private static final int CLIENTS = 4;
    private static final int SAMPLES = 100;
    private static final int MOST_SURPRISES_SHOWN = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One question in so many is followed by a client that misbehaves below HTTP. */
    private static final int RUDENESS = 20;

    private final URI service;
    private final InetSocketAddress address;
    private final Traffic traffic;
    private final long end;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    private final List<MemorySample> samples = new ArrayList<>();
    private final List<String> times = new ArrayList<>();
    private int answers;
    private int surprises;

    private TrafficSoak(URI service, Traffic traffic, Duration time) {
        this.service = service;
        this.address = new InetSocketAddress(service.getHost(), service.getPort());
        this.traffic = traffic;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Arguments: address of the service, folder of the starter model's samples, seconds, where to write the plot, id of the service's process. */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[2]));
        TrafficSoak soak = new TrafficSoak(URI.create(arguments[0]), Traffic.of(Path.of(arguments[1]), 1), time);
        soak.run(Long.parseLong(arguments[4]), time);
        System.exit(soak.report(time, Path.of(arguments[3])) ? 0 : 1);
    }

    private void run(long process, Duration time) throws IOException, ExecutionException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                running.add(clients.submit(() -> ask(random)));
            }
            for (int sample = 1; sample <= SAMPLES; sample++) {
                Thread.sleep(time.toMillis() / SAMPLES);
                note(process, time.toSeconds() * sample / SAMPLES, sample % (SAMPLES / 20) == 0);
            }
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private synchronized void note(long process, long seconds, boolean tell) throws IOException {
        MemorySample memory = MemorySample.of(process);
        samples.add(memory);
        times.add(Long.toString(seconds));
        if (tell) {
            System.err.printf(
                    "%5d s: %,d answers, %d surprises, %.0f MB%n",
                    seconds, answers, surprises, memory.resident() / 1e6);
        }
    }

    private @Nullable Void ask(Random random) throws IOException, InterruptedException {
        while (System.nanoTime() - end < 0) {
            ask(traffic.next(random));
            if (random.nextInt(RUDENESS) == 0) {
                beRude(random);
            }
        }
        return null;
    }

    private void ask(Question question) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(question.request(service, PATIENCE), BodyHandlers.ofString());
            int status = response.statusCode();
            JsonObject body = Expectation.json(response.body());
            if (status == 503 && Expectation.isProblem(status, body, "overloaded")) {
                record(question.kind(), "503, to come back later", null);
                Thread.sleep(1000
                        * response.headers().firstValueAsLong("Retry-After").orElseThrow());
            } else {
                boolean right = question.expectation().accepts(status, body);
                record(question.kind(), Integer.toString(status), right ? null : response.body());
            }
        } catch (IOException e) {
            record(question.kind(), "no answer", e.toString());
        }
    }

    /** Leaves in the middle of an upload, or speaks something else than HTTP. */
    private void beRude(Random random) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            byte[] noise = new byte[1000];
            random.nextBytes(noise);
            if (random.nextBoolean()) {
                out.write(
                        "POST /whatis HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            out.write(noise);
        }
    }

    private synchronized void record(String kind, String outcome, @Nullable String surprise) {
        answers++;
        outcomes.computeIfAbsent(kind, any -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
        if (surprise != null && ++surprises <= MOST_SURPRISES_SHOWN) {
            System.err.printf("SURPRISE: %s: %s: %s%n", kind, outcome, surprise);
        }
    }

    private synchronized boolean report(Duration time, Path plot) throws IOException {
        Machine machine = Machine.current();
        String title = "%,d questions in %d s, %d with a wrong answer".formatted(answers, time.toSeconds(), surprises);
        String circumstances = "classifier-service, %d clients; %s, %d cores; %s"
                .formatted(CLIENTS, machine.processor(), machine.cores(), LocalDate.now());
        Files.writeString(plot, MemoryPlot.of(title, circumstances, "seconds", times, samples));
        System.out.printf("%s%n%n| questions | answers |%n|---|---|%n", title);
        outcomes.forEach((kind, counts) -> System.out.printf(
                "| %s | %s |%n", kind, counts.toString().replaceAll("[{}]", "").replace("=", ": ")));
        System.out.printf("%n| memory, MB | resident | native | heap |%n|---|---|---|---|%n");
        for (int tenth : new int[] {0, 1, 4, 9}) {
            MemorySample sample = samples.get((tenth + 1) * SAMPLES / 10 - 1);
            System.out.printf(
                    "| after %s s | %.0f | %.0f | %.0f |%n",
                    times.get((tenth + 1) * SAMPLES / 10 - 1),
                    sample.resident() / 1e6,
                    sample.outsideHeap() / 1e6,
                    sample.heap() / 1e6);
        }
        return surprises == 0;
    }
}
