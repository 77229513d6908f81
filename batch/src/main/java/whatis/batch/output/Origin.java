package whatis.batch.output;

import java.io.Serializable;

/**
 * Where answers come from: the same in all rows of a batch.
 *
 * @param model hub id, or the folder as it was named
 * @param revision the hub's commit, abbreviated; empty for a folder
 * @param precision the one that runs
 * @param version of whatis
 */
public record Origin(String model, String revision, String precision, String version) implements Serializable {}
