package whatis.service;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes multipart forms. */
public final class Form {

    public static final String TYPE = "multipart/form-data; boundary=edge";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public static Form file(byte[] content) {
        return new Form().add("form-data; name=\"file\"; filename=\"photo.png\"", content);
    }

    public Form add(String disposition, byte[] content) {
        write("--edge\r\nContent-Disposition: " + disposition + "\r\nContent-Type: image/png\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    public byte[] bytes() {
        write("--edge--\r\n");
        return body.toByteArray();
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
