package whatis.hub;

/**
 * Follows downloads, one at a time. The calls may come from several threads, but in order and never two at once. The
 * program chooses what becomes of them.
 */
public interface DownloadProgress {

    /**
     * Takes note that a download begins.
     *
     * @param file name of the file
     * @param total its size in bytes, below zero if the hub doesn't tell
     * @param present how many of them an earlier attempt left
     */
    void started(String file, long total, long present);

    /** Takes note of how many bytes are there; fewer than before if the download had to start again. */
    void at(long bytes);

    /** Takes note that the download is over, whether the file is whole or not. */
    void ended();
}
