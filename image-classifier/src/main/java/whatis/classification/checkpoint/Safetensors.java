package whatis.classification.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import whatis.classification.checkpoint.SafetensorsHeader.Entry;

/**
 * Reads the tensors of a safetensors file one by one, of any size, as {@code float}. The format:
 * <a href="https://github.com/huggingface/safetensors#format">huggingface/safetensors</a>.
 */
public final class Safetensors implements Weights {

    /** The limit of the format. */
    private static final long MAX_HEADER_LENGTH = 100_000_000;

    /** Room for the table of any image classifier, a hundred times over. */
    private static final long MAX_READ_HEADER_LENGTH = 16 << 20;

    private final String file;
    private final SeekableByteChannel channel;
    private final long dataStart;
    private final Map<String, Entry> entries;
    private final ByteBuffer buffer;

    private Safetensors(
            String file, SeekableByteChannel channel, long dataStart, Map<String, Entry> entries, ByteBuffer buffer) {
        this.file = file;
        this.channel = channel;
        this.dataStart = dataStart;
        this.entries = entries;
        this.buffer = buffer;
    }

    /**
     * Reads and checks the header; the tensors are read later.
     *
     * @param file the file's name in complaints
     * @param channel closed with the returned object, or at once where opening fails
     * @throws CheckpointException if the file is damaged
     */
    public static Safetensors open(String file, SeekableByteChannel channel) throws IOException {
        return open(file, channel, StoredTensor.newBuffer());
    }

    /** Opens one of several files that share a buffer. */
    static Safetensors open(String file, SeekableByteChannel channel, ByteBuffer buffer) throws IOException {
        try {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            long size = channel.size();
            if (size < length.capacity()) {
                throw new CheckpointException("%s has only %d bytes; download it again".formatted(file, size));
            }
            readFully(channel, length);
            long headerLength = length.getLong(0);
            if (headerLength < 0 || headerLength > MAX_HEADER_LENGTH) {
                throw new CheckpointException(file
                        + " is not a safetensors file; if it came with git clone, fetch its content with git lfs pull");
            }
            long dataStart = length.capacity() + headerLength;
            if (dataStart > size) {
                throw new CheckpointException("%s ends within its header; download it again".formatted(file));
            }
            if (headerLength > MAX_READ_HEADER_LENGTH) {
                throw new CheckpointException("%s has a header of %d bytes, more than the %d that are read"
                        .formatted(file, headerLength, MAX_READ_HEADER_LENGTH));
            }
            ByteBuffer header = ByteBuffer.allocate((int) headerLength);
            readFully(channel, header);
            Map<String, Entry> entries = new SafetensorsHeader(file).parse(header.array(), size - dataStart);
            return new Safetensors(file, channel, dataStart, entries, buffer);
        } catch (IOException e) {
            channel.close();
            throw unreadable(file, e);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns the file's name in complaints. */
    String file() {
        return file;
    }

    /** Returns the tensors' names in the order in which they lie in the file. */
    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    @Override
    public long[] shape(String name) {
        return entry(name).shape().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public Tensor tensor(String name, long... expectedShape) {
        return stored(name, expectedShape);
    }

    /** Reads one tensor whole; see {@link #tensor}. */
    public float[] read(String name, long... expectedShape) throws IOException {
        return stored(name, expectedShape).readWhole();
    }

    /**
     * Reads some elements of a tensor, as many as fit the buffer.
     *
     * @param first the first element that is read
     */
    void read(StoredTensor tensor, long first, float[] to, int offset, int count) throws IOException {
        ElementType type = tensor.type();
        try {
            channel.position(dataStart + tensor.entry().begin() + first * type.bytes);
            readFully(channel, buffer.clear().limit(count * type.bytes));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        type.decode(buffer.flip(), to, offset, count);
        requireFinite(tensor.entry().name(), first, to, offset, count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private StoredTensor stored(String name, long... expectedShape) {
        Entry entry = entry(name);
        if (!Arrays.equals(shape(name), expectedShape)) {
            throw refusal(
                    name,
                    "has shape %s, but config.json asks for %s"
                            .formatted(entry.shape(), Arrays.toString(expectedShape)));
        }
        ElementType type = ElementType.named(entry.dtype())
                .orElseThrow(() -> refusal(
                        name,
                        "has type %s; only F32, F16, BF16 and F64 are read, no quantized weights"
                                .formatted(entry.dtype())));
        return new StoredTensor(this, entry, type);
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw refusal(name, "is missing; the file is incomplete or belongs to another config.json");
        }
        return entry;
    }

    private void requireFinite(String name, long first, float[] elements, int offset, int count) {
        // Whatever is finite adds a zero, all else NaN for good: without branches, as there are millions of elements.
        float zero = 0;
        for (int i = offset; i < offset + count; i++) {
            zero += elements[i] * 0;
        }
        if (zero == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(elements[offset + i])) {
                throw refusal(
                        name,
                        "holds %s at element %d; download the file again".formatted(elements[offset + i], first + i));
            }
        }
    }

    CheckpointException refusal(String tensor, String complaint) {
        return new CheckpointException("%s: tensor %s %s".formatted(file, tensor, complaint));
    }

    private static void readFully(SeekableByteChannel channel, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
    }

    private static IOException unreadable(String file, IOException e) {
        String reason = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return new IOException("%s can't be read: %s".formatted(file, reason), e);
    }
}
