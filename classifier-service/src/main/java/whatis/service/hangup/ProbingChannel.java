package whatis.service.hangup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * Finds out whether anybody still reads, by sending the bytes with which every answer begins ahead of it. The system of a
 * client that has closed the connection resets it then, while one that has only closed its half waits for the rest.
 */
final class ProbingChannel extends NioChannel {

    private static final byte[] BEGINNING = "HTTP/1.1 ".getBytes(US_ASCII);

    private int ahead;

    ProbingChannel(SocketBufferHandler buffers) {
        super(buffers);
    }

    /** Begins with another connection. */
    @Override
    public void reset(SocketChannel connection, NioEndpoint.NioSocketWrapper wrapper) throws IOException {
        ahead = 0;
        super.reset(connection, wrapper);
    }

    /**
     * Sends one byte, nine times at most, before anything of the answer has been written.
     *
     * @throws IOException if the client has reset the connection, maybe because of the byte before
     */
    void probe() throws IOException {
        if (ahead < BEGINNING.length) {
            ahead += super.write(ByteBuffer.wrap(BEGINNING, ahead, 1));
        }
    }

    /** Leaves out what is already there. */
    @Override
    public int write(ByteBuffer answer) throws IOException {
        int skipped = Math.min(ahead, answer.remaining());
        answer.position(answer.position() + skipped);
        ahead -= skipped;
        return skipped + super.write(answer);
    }
}
