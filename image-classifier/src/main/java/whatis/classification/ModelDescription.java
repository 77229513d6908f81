package whatis.classification;

/**
 * The model that a classifier runs.
 *
 * @param name hub id such as {@code google/vit-base-patch16-224}, or the folder it was read from
 * @param revision the hub's commit, abbreviated or not; empty for a folder
 * @param precision {@code fp32} or {@code bf16}
 * @param fused whether libtorch's fused operators run; false where only the plain graph works
 * @param arrangement which operators run where several compute the same, such as {@code flash}
 * @param fallback whether this is the starter model because the default model could not be had
 */
public record ModelDescription(
        String name, String revision, String precision, boolean fused, String arrangement, boolean fallback) {}
