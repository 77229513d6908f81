package whatis.batch.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whatis.batch.input.FileSink;
import whatis.batch.input.FoundFile;

/** Computes the SHA-256 of all paths, sizes and times of change. */
final class InputDigest implements FileSink {

    private final MessageDigest sha256;

    InputDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void accept(FoundFile file) {
        // No path has this character.
        String line = file.path() + "\0" + file.bytes() + "\0" + file.modified() + "\0";
        sha256.update(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns 64 hexadecimal digits, and begins anew. */
    String hexadecimal() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
