package whatis.commandline.bench;

import java.util.Optional;

/** What the load is put on. Safe for use by many threads. */
public interface Target {

    /**
     * Has a picture classified and waits for the answer.
     *
     * @param picture the bytes of an image file
     * @throws UnansweredException if there is another answer than the right one, or none
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    void ask(byte[] picture) throws UnansweredException, InterruptedException;

    /** Reads how much memory the answering process has, where that can be known. */
    Optional<ProcessMemory> memory() throws InterruptedException;
}
