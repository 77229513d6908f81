package whatis.service.hangup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Sends one request by HTTP/2 over plain TCP, which the JDK's client can't without an upgrade (RFC 9113, RFC 7541). */
final class Http2Connection implements AutoCloseable {

    /** Status 200, as the fixed table of header fields has it. */
    static final int OK = 0x88;

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;

    Http2Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = new DataOutputStream(socket.getOutputStream());
        in = new DataInputStream(socket.getInputStream());
        // At once: Tomcat recognises it only as a whole.
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
        write(SETTINGS, 0, 0, new byte[0]);
    }

    /** Posts a body that fits a frame and returns the status of the answer. */
    int post(String path, String type, byte[] body) throws IOException {
        String method = "\u0083";
        String scheme = "\u0086";
        String headers = method + scheme + field("\4", path) + field("\1", "localhost") + field("\17\20", type);
        write(HEADERS, END_HEADERS, 1, headers.getBytes(ISO_8859_1));
        write(DATA, END_STREAM, 1, body);
        while (true) {
            int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
            int frame = in.readUnsignedByte();
            in.skipNBytes(5);
            byte[] payload = in.readNBytes(length);
            if (frame == HEADERS) {
                // The usual size of the table of headers, 4096, may come first.
                return payload[payload[0] == 0x3F ? 3 : 0] & 0xFF;
            }
        }
    }

    private static String field(String name, String value) {
        return name + (char) value.length() + value;
    }

    private void write(int type, int flags, int stream, byte[] payload) throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
