package whatis.service.identification;

import java.time.Duration;
import whatis.classification.Classification;
import whatis.classification.ImageClassifier;
import whatis.classification.engine.QueueFullException;
import whatis.classification.timing.DeadlineExceededException;
import whatis.service.admission.Admission;
import whatis.service.hangup.Client;
import whatis.service.hangup.ClientGoneException;
import whatis.service.hangup.ClientWatch;
import whatis.service.model.Model;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/** Classifies the images of those who still wait for it. */
final class Classifying {

    private final Model model;
    private final Admission admission;
    private final ClientWatch clients;

    Classifying(Model model, Admission admission, ClientWatch clients) {
        this.model = model;
        this.admission = admission;
        this.clients = clients;
    }

    /** @throws ProblemException while the model is being loaded */
    ImageClassifier classifier() {
        return model.classifier().orElseThrow(() -> new ProblemException(Problem.STARTING, Duration.ofSeconds(1)));
    }

    /**
     * Classifies the image that a client sent.
     *
     * @throws ProblemException if it takes too long: it was let in, and yet there is more work than the CPU can do
     * @throws ClientGoneException if the client hangs up meanwhile
     */
    Classification classify(Client client, byte[] image) {
        ImageClassifier classifier = classifier();
        try {
            return clients.whileConnected(client, () -> classifier.classify(image));
        } catch (DeadlineExceededException | QueueFullException e) {
            throw new ProblemException(Problem.OVERLOADED, admission.expectedWait(classifier.timePerImage()), e);
        }
    }
}
