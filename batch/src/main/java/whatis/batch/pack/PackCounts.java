package whatis.batch.pack;

/**
 * What became of the files that were to be packed.
 *
 * @param images how many are packed
 * @param leftOut how many can't be read
 * @param bytes what the packed images have together
 * @param files how many Parquet files there are
 * @param passedOver files that Hadoop writes beside its results
 */
public record PackCounts(long images, long leftOut, long bytes, int files, long passedOver) {}
