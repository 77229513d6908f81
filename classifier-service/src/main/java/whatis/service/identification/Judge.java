package whatis.service.identification;

import java.util.List;
import whatis.classification.Classification;
import whatis.classification.Prediction;
import whatis.service.imagenet.ImageNet;
import whatis.service.imagenet.Senses;

/**
 * Decides what a classification means.
 *
 * @param senses titles for the classes whose plain term means something else
 */
record Judge(IdentificationSettings settings, ImageNet imageNet, Senses senses) {

    /** @param labels all labels of the checkpoint, in its order */
    Verdict judge(Classification classification, List<String> labels) {
        Prediction best = classification.predictions().get(0);
        boolean known = best.score() >= settings.threshold();
        String term = best.label().split(",", 2)[0].strip();
        if (!imageNet.isLabelledBy(labels)) {
            return new Verdict(known, term, term, null);
        }
        int index = classification.best();
        String searchTerm = settings.senses() ? senses.title(index).orElse(term) : term;
        return new Verdict(known, term, searchTerm, imageNet.classes().get(index));
    }
}
