package whatis.service.warmup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.image.ImageDecoder;

/**
 * Asks this very service what first clients ask it, and ends the program: what is archived of such a run (classes, and from Java 25 on
 * how often methods are called) then helps the first answers, too, not the start alone.
 */
final class Rehearsal implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final String BOUNDARY = "rehearsal";

    private final int port;

    /** @param port on which this service listens */
    Rehearsal(int port) {
        this.port = port;
    }

    @Override
    public void run() {
        int exit = 0;
        try {
            ask();
        } catch (IOException e) {
            LOG.error("The rehearsal failed", e);
            exit = 1;
        }
        System.exit(exit);
    }

    /**
     * A picture may be refused: on a slow machine that also waits for its compiler, decoding can take longer than is allowed. All that
     * is lost is a little of what would be archived.
     *
     * @throws IOException if the service isn't ready, or gives no answer
     */
    void ask() throws IOException {
        int ready = status(connect("/actuator/health/readiness"));
        if (ready != HttpURLConnection.HTTP_OK) {
            throw new IOException("The service isn't ready: status " + ready);
        }
        for (byte[] picture : ImageDecoder.drawnPictures()) {
            int status = identify(picture);
            if (status != HttpURLConnection.HTTP_OK) {
                LOG.warn("A picture of the rehearsal was answered with status {}", status);
            }
        }
    }

    private int identify(byte[] picture) throws IOException {
        HttpURLConnection connection = connect("/whatis/");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        connection.getOutputStream().write(form(picture));
        return status(connection);
    }

    private HttpURLConnection connect(String path) throws IOException {
        return (HttpURLConnection) new URL("http", "127.0.0.1", port, path).openConnection(Proxy.NO_PROXY);
    }

    private static byte[] form(byte[] picture) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"drawn\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.write(picture);
        form.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static int status(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            if (body != null) {
                body.readAllBytes();
            }
        }
        return status;
    }
}
