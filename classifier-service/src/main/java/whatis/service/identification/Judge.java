package whatis.service.identification;

import java.util.List;
import whatis.classification.Classification;
import whatis.classification.Prediction;
import whatis.service.imagenet.ImageNet;
import whatis.service.imagenet.ImageNetClass;
import whatis.service.imagenet.Senses;

/**
 * Decides what the classifications of a checkpoint mean.
 *
 * @param classes of the checkpoint's labels, in their order; none unless they are ImageNet's
 * @param senses titles for the classes whose plain term means something else
 */
record Judge(IdentificationSettings settings, List<ImageNetClass> classes, Senses senses) {

    /** @param labels all labels of the checkpoint, in its order */
    static Judge of(IdentificationSettings settings, ImageNet imageNet, Senses senses, List<String> labels) {
        return new Judge(settings, imageNet.isLabelledBy(labels) ? imageNet.classes() : List.of(), senses);
    }

    Verdict judge(Classification classification) {
        Prediction best = classification.predictions().get(0);
        boolean known = best.score() >= settings.threshold();
        String term = best.label().split(",", 2)[0].strip();
        if (classes.isEmpty()) {
            return new Verdict(known, term, term, null);
        }
        int index = classification.best();
        String searchTerm = settings.senses() ? senses.title(index).orElse(term) : term;
        return new Verdict(known, term, searchTerm, classes.get(index));
    }
}
