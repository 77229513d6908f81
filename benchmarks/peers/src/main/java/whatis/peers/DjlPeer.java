package whatis.peers;

import ai.djl.ModelException;
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.modality.Classifications.Classification;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.modality.cv.transform.Normalize;
import ai.djl.modality.cv.transform.Resize;
import ai.djl.modality.cv.transform.ToTensor;
import ai.djl.modality.cv.translator.ImageClassificationTranslator;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** DJL's PyTorch engine, with a traced network, the translator of DJL and a predictor for each thread, as its documentation has it. */
@Component
@Profile("djl")
class DjlPeer implements Peer, AutoCloseable {
    private static final float[] HALVES = {0.5f, 0.5f, 0.5f};

    private final ZooModel<Image, Classifications> model;
    private final ThreadLocal<Predictor<Image, Classifications>> predictors;
    private final ExecutorService inference;

    DjlPeer(Settings settings) throws IOException, ModelException {
        // Both are read when the engine starts.
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        ImageClassificationTranslator translator = ImageClassificationTranslator.builder()
                .addTransform(new Resize(Pixels.SIDE, Pixels.SIDE))
                .addTransform(new ToTensor())
                .addTransform(new Normalize(HALVES, HALVES))
                .optApplySoftmax(true)
                .optSynsetArtifactName("synset.txt")
                .build();
        model = Criteria.builder()
                .setTypes(Image.class, Classifications.class)
                .optEngine("PyTorch")
                .optModelPath(settings.exports())
                .optModelName("djl-" + settings.precision())
                .optTranslator(translator)
                .build()
                .loadModel();
        predictors = ThreadLocal.withInitial(model::newPredictor);
        // Threads of the web server would each bring OpenMP threads of their own.
        inference = Executors.newFixedThreadPool(settings.concurrency());
    }

    @Override
    public Answer classify(InputStream photograph) throws IOException, ExecutionException, InterruptedException {
        Image image = ImageFactory.getInstance().fromInputStream(photograph);
        Classification best =
                inference.submit(() -> predictors.get().predict(image)).get().best();
        return new Answer(best.getClassName(), best.getProbability());
    }

    @Override
    public void close() {
        inference.shutdown();
        model.close();
    }
}
