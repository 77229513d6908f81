package whatis.service.upload;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Lets clients read an answer that comes before they have sent everything. Whoever closes a connection on which bytes
 * still arrive resets it, and the answer is lost on its way; so the answer is sent at once, and the rest is read and
 * dropped. Tomcat does so by itself, too, but without a bound in time, and without one in size for all clients to succeed.
 */
final class DrainValve extends ValveBase {

    private final UploadSettings settings;
    private final Semaphore drains;

    DrainValve(UploadSettings settings) {
        super(true);
        this.settings = settings;
        this.drains = new Semaphore(settings.drains());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync()) {
            response.finishResponse();
            org.apache.coyote.Request upload = request.getCoyoteRequest();
            if (!upload.isFinished() && !drained(upload)) {
                response.getCoyoteResponse().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    /** Returns whether the request ended within the bounds. */
    private boolean drained(org.apache.coyote.Request request) {
        if (!drains.tryAcquire()) {
            return false;
        }
        try {
            long end = System.nanoTime() + settings.drainDeadline().toNanos();
            long left = settings.drainLimit().toBytes();
            Dropped rest = new Dropped();
            for (int read = 0; read >= 0; read = request.doRead(rest)) {
                left -= read;
                if (left < 0 || System.nanoTime() > end) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            drains.release();
        }
    }

    /** Takes the buffers that Tomcat has read into. */
    private static final class Dropped implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
