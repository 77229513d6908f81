package whatis.commandline.bench;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import whatis.classification.ImageClassifier;

/** A classifier in this process. */
public record InProcess(ImageClassifier classifier) implements Target {

    @Override
    public void ask(byte[] picture) throws UnansweredException, InterruptedException {
        try {
            classifier.classify(picture, 1);
        } catch (CancellationException e) {
            throw new InterruptedException();
        } catch (RuntimeException e) {
            throw new UnansweredException(e);
        }
    }

    @Override
    public Optional<ProcessMemory> memory() {
        return ProcessMemory.own();
    }
}
