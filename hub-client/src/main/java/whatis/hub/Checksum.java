package whatis.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hub's checksum of a file, which is its ETag and the name of its blob in the cache: SHA-256 for files in large
 * file storage, the SHA-1 of the git blob for the others.
 *
 * @param hex 64 or 40 hexadecimal digits
 */
record Checksum(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{40}");
    private static final int BUFFER_BYTES = 1 << 16;

    Checksum {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a checksum: " + hex);
        }
    }

    /** Reads an ETag, strong or weak; empty if it is no checksum. */
    static Optional<Checksum> ofEtag(String etag) {
        String bare = etag.replaceFirst("^W/", "").replace("\"", "");
        return HEX.matcher(bare).matches() ? Optional.of(new Checksum(bare)) : Optional.empty();
    }

    boolean matches(Path file) throws IOException {
        MessageDigest digest = hex.length() == 64 ? digest("SHA-256") : digest("SHA-1");
        if (hex.length() == 40) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has " + algorithm, e);
        }
    }
}
