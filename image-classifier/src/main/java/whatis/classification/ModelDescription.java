package whatis.classification;

import whatis.classification.engine.Arrangement;
import whatis.classification.engine.ArrangementSource;
import whatis.classification.engine.Precision;

/**
 * The model that a classifier runs.
 *
 * @param name hub id such as {@code google/vit-base-patch16-224}, or the folder it was read from
 * @param revision the hub's commit, abbreviated or not; empty for a folder
 * @param precision the one that runs
 * @param arrangement which operators were chosen where several compute the same
 * @param arrangedBy who chose them
 * @param fused whether libtorch's fused operators run; false where only the plain graph works
 * @param fallback whether this is the starter model because the default model could not be had
 */
public record ModelDescription(
        String name,
        String revision,
        Precision precision,
        Arrangement arrangement,
        ArrangementSource arrangedBy,
        boolean fused,
        boolean fallback) {

    public ModelDescription {
        if (precision == Precision.AUTO) {
            throw new IllegalArgumentException("precision must be the one that runs, not " + precision);
        }
    }
}
