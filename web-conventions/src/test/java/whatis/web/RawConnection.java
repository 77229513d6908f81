package whatis.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A client that sends exactly what a test writes. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    public RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public void write(String text) throws IOException {
        write(text.getBytes(US_ASCII));
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends zeros. */
    public void send(int bytes) throws IOException {
        byte[] block = new byte[64 << 10];
        for (int left = bytes; left > 0; left -= block.length) {
            socket.getOutputStream().write(block, 0, Math.min(left, block.length));
        }
    }

    public String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), US_ASCII);
    }

    /** Returns everything until the service closes the connection. */
    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    /** Tells that nothing more will be sent, and goes on reading. */
    public void closeHalf() throws IOException {
        socket.shutdownOutput();
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
