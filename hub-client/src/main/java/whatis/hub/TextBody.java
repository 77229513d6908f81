package whatis.hub;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;

/** Takes what the hub's API says, but no endless answer. */
final class TextBody implements BodyHandler<Void> {

    /** A listing has some 300 bytes a file, and datasets have thousands. */
    private static final int MAX_BYTES = 32 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile int received;

    @Override
    public BodySubscriber<Void> apply(ResponseInfo response) {
        return response.statusCode() == 200
                ? BodySubscribers.ofByteArrayConsumer(chunk -> chunk.ifPresent(this::write))
                : BodySubscribers.discarding();
    }

    private void write(byte[] chunk) {
        if (received + chunk.length > MAX_BYTES) {
            throw new IllegalStateException("more than " + MAX_BYTES + " bytes");
        }
        bytes.writeBytes(chunk);
        received += chunk.length;
    }

    /** Returns how many bytes have come. */
    int received() {
        return received;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
