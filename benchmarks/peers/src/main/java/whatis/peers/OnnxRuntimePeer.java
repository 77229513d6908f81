package whatis.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** ONNX Runtime's Java API: one session for all, with the options that its guide to performance recommends. */
@Component
@Profile("onnxruntime")
class OnnxRuntimePeer implements Peer, AutoCloseable {
    private static final long[] SHAPE = {1, 3, Pixels.SIDE, Pixels.SIDE};

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<String> labels;
    // A session may run any number of photographs at once, which would share the same threads.
    private final Semaphore turns;

    OnnxRuntimePeer(Settings settings) throws IOException, OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            // A transformer has no branches that could run beside each other.
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setIntraOpNumThreads(settings.threads());
            String network = settings.exports()
                    .resolve("onnxruntime-" + settings.precision() + ".onnx")
                    .toString();
            session = environment.createSession(network, options);
        }
        labels = Files.readAllLines(settings.exports().resolve("synset.txt"));
        turns = new Semaphore(settings.concurrency(), true);
    }

    @Override
    public Answer classify(InputStream photograph) throws IOException, OrtException, InterruptedException {
        FloatBuffer pixels = Pixels.read(photograph);
        turns.acquire();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, pixels, SHAPE);
                OrtSession.Result result = session.run(Map.of("pixel_values", input))) {
            float[][] logits = (float[][]) result.get(0).getValue();
            return Answer.of(logits[0], labels);
        } finally {
            turns.release();
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
