package whatis.batch.plan;

/**
 * What a plan says of itself.
 *
 * @param fingerprint of what it was made for
 * @param chunks how many it has
 * @param images in all chunks
 * @param passedOver files that Hadoop writes beside its results, which are none of the images
 */
public record PlanHeader(Fingerprint fingerprint, int chunks, long images, long passedOver) {}
