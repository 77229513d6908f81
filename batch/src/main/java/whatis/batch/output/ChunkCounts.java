package whatis.batch.output;

/**
 * What a chunk's file has.
 *
 * @param images one for each row
 * @param errors how many of them have no answer
 */
public record ChunkCounts(long images, long errors) {}
