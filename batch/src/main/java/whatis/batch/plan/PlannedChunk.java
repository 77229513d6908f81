package whatis.batch.plan;

import java.io.Serializable;

/**
 * Where a chunk's line is in the plan: all that the driver keeps of it.
 *
 * @param number from 0
 * @param offset where the line begins, in bytes
 * @param length how many bytes it has, without its end
 */
public record PlannedChunk(int number, long offset, int length) implements Serializable {}
