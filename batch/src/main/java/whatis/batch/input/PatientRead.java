package whatis.batch.input;

import java.io.IOException;

/** Reads images from file systems that may fail for a moment. */
public final class PatientRead {

    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 500;

    private PatientRead() {}

    /**
     * Reads an image, three times if need be.
     *
     * @throws IOException if there is no such image, or reading it fails time and again
     */
    public static byte[] read(SourceImage image) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return image.content().read();
            } catch (MissingImageException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS * attempt);
            }
        }
    }
}
