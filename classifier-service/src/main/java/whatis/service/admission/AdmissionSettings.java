package whatis.service.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import whatis.service.encyclopedia.EncyclopediaSettings;
import whatis.service.model.ModelSettings;

/**
 * How much work is let in.
 *
 * @param requests the most requests in work, from the arrival of the image to the answer, 1 to 10,000. Those whose image
 *     is still arriving don't count
 * @param deadline how long a client waits at most once its image has arrived: for the model, then for the article. Ten
 *     seconds is how long a person's attention stays with a program (Nielsen, Usability Engineering, 1993)
 */
@ConfigurationProperties("whatis.admission")
record AdmissionSettings(
        @DefaultValue("64") int requests,
        @DefaultValue("10s") Duration deadline) {

    AdmissionSettings {
        if (requests < 1 || requests > 10_000) {
            throw new IllegalArgumentException("requests must be 1 to 10000, not " + requests);
        }
    }

    /**
     * Returns how long an image may wait for those before it: what the model's deadline leaves for decoding the image and
     * for the network.
     *
     * @throws IllegalArgumentException if the deadline doesn't leave the model and the encyclopedia their time
     */
    Duration patience(ModelSettings model, EncyclopediaSettings encyclopedia) {
        Duration work = model.deadline().plus(encyclopedia.deadline());
        if (deadline.compareTo(work) < 0) {
            throw new IllegalArgumentException("whatis.admission.deadline must be at least " + work.toMillis()
                    + " ms, which the model and the article may take, not " + deadline.toMillis() + " ms");
        }
        return model.patience();
    }
}
