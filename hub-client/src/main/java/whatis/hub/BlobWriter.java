package whatis.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the hub sends of a file behind what an earlier attempt left. Writes at positions, never appends, and
 * deletes rather than truncates: so even where file locks don't work, two downloads put the same bytes to the same
 * places and never harm a file that the other one has already checked.
 */
final class BlobWriter implements BodyHandler<Void>, AutoCloseable {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    private final Path partial;
    private final RemoteFile file;
    private final LongConsumer progress;
    private volatile FileChannel channel;
    private volatile long position;
    private volatile long size;
    private volatile @Nullable RuntimeException failure;

    BlobWriter(Path partial, RemoteFile file, LongConsumer progress) throws IOException {
        this.partial = partial;
        this.file = file;
        this.progress = progress;
        this.channel = open();
        this.position = channel.size();
        this.size = file.size();
        if (size != RemoteFile.UNKNOWN_SIZE && position > size) {
            startAgain();
        }
    }

    /** Tells whether all bytes are there; while the size is unknown, the end of what the hub sends counts as the end. */
    boolean isComplete() {
        return position == size;
    }

    /** Returns how many bytes of the file are there. */
    long position() {
        return position;
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo response) {
        try {
            switch (response.statusCode()) {
                case 200 -> startAgain();
                case 206 ->
                    requireRange(response.headers().firstValue("Content-Range").orElse("none"));
                default -> {
                    return BodySubscribers.discarding();
                }
            }
            requireLength(response.headers().firstValueAsLong("Content-Length").orElse(-1));
            return BodySubscribers.ofByteArrayConsumer(chunk -> chunk.ifPresentOrElse(this::write, this::end));
        } catch (IOException e) {
            throw failed(new UncheckedIOException(e));
        } catch (HubException e) {
            throw failed(e);
        }
    }

    private void requireRange(String range) {
        Matcher matcher = CONTENT_RANGE.matcher(range);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) != position || !isWhole(matcher.group(2))) {
            String whole = size == RemoteFile.UNKNOWN_SIZE ? "" : " of " + size;
            throw garbage("the range \"" + range + "\" instead of the bytes from " + position + whole);
        }
    }

    /** @param whole the size of the file, or * */
    private boolean isWhole(String whole) {
        return whole.equals("*") || size == RemoteFile.UNKNOWN_SIZE || Long.parseLong(whole) == size;
    }

    /** @param length of what comes now; below zero if the hub doesn't tell */
    private void requireLength(long length) {
        if (length < 0) {
            return;
        }
        if (size == RemoteFile.UNKNOWN_SIZE) {
            size = position + length;
        } else if (position + length != size) {
            throw garbage(position + length + " bytes instead of " + size);
        }
    }

    private void write(byte[] bytes) {
        try {
            if (size != RemoteFile.UNKNOWN_SIZE && position + bytes.length > size) {
                throw garbage("more than the " + size + " bytes it announced");
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, position + buffer.position());
            }
            position += bytes.length;
            progress.accept(position);
        } catch (IOException e) {
            throw failed(new UncheckedIOException(e));
        } catch (HubException e) {
            throw failed(e);
        }
    }

    private void end() {
        if (size == RemoteFile.UNKNOWN_SIZE) {
            size = position;
        }
    }

    private HubException garbage(String what) {
        return HubException.refused("The hub sent " + what + " for " + file
                + ": check whether a proxy or a login page answers instead, and try again.");
    }

    private RuntimeException failed(RuntimeException e) {
        failure = e;
        return e;
    }

    /** Throws what went wrong at this end, if anything did; an HTTP client reports it as it likes. */
    void throwFailure() throws IOException {
        RuntimeException thrown = failure;
        if (thrown instanceof UncheckedIOException disk) {
            throw disk.getCause();
        }
        if (thrown != null) {
            throw thrown;
        }
    }

    private void startAgain() throws IOException {
        if (position > 0) {
            channel.close();
            Files.deleteIfExists(partial);
            channel = open();
            position = 0;
            progress.accept(0);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Waits until the bytes are on the disk. */
    @Override
    public void close() throws IOException {
        try (FileChannel written = channel) {
            written.force(true);
        }
    }
}
