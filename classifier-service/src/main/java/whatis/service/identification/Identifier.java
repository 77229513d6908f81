package whatis.service.identification;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import whatis.classification.Classification;
import whatis.classification.ImageClassifier;
import whatis.service.encyclopedia.Article;
import whatis.service.encyclopedia.Encyclopedia;
import whatis.service.hangup.Client;
import whatis.service.imagenet.Definition;
import whatis.service.imagenet.WordNet;
import whatis.web.problem.ProblemException;
import whatis.web.problem.ProblemType;

/** Finds out about images: first what they show, then what the encyclopedia says about it. */
final class Identifier {

    private final Classifying classifying;
    private final CompletableFuture<Judge> judge;
    private final Encyclopedia encyclopedia;
    private final WordNet wordNet;
    private final IdentificationMeters meters;

    /** @param judge of the model's labels, there as soon as the model is */
    Identifier(
            Classifying classifying,
            CompletableFuture<Judge> judge,
            Encyclopedia encyclopedia,
            WordNet wordNet,
            IdentificationMeters meters) {
        this.classifying = classifying;
        this.judge = judge;
        this.encyclopedia = encyclopedia;
        this.wordNet = wordNet;
        this.meters = meters;
    }

    /**
     * Identifies an image. A failure of the encyclopedia is part of the answer, as the prediction stands without it.
     *
     * @param client who waits for the answer
     * @param characters how many Unicode code points of the article to return
     * @param language of the encyclopedia, by the code that {@link Extent} takes
     */
    Identification identify(byte[] image, Client client, int characters, String language) {
        ImageClassifier classifier = classifying.classifier();
        Classification classification = classifying.classify(client, image);
        Verdict verdict = judge.join().judge(classification);

        long begin = System.nanoTime();
        Optional<Article> article = Optional.empty();
        ProblemType problem = null;
        if (verdict.known()) {
            try {
                article = encyclopedia.find(verdict.searchTerm(), characters, language);
            } catch (ProblemException e) {
                problem = e.problem();
            }
        }
        Identification identification = new Identification(
                verdict,
                classification.predictions(),
                article.orElse(null),
                problem,
                article.isPresent() ? null : definition(verdict),
                classifier.model(),
                new Identification.Timings(
                        classification.queue(), classification.decode(), classification.inference(), since(begin)));
        meters.record(classification, identification);
        return identification;
    }

    private @Nullable Definition definition(Verdict verdict) {
        return verdict.known() && verdict.imageNetClass() != null ? wordNet.define(verdict.imageNetClass()) : null;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
