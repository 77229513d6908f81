package whatis.classification.checkpoint;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import whatis.classification.checkpoint.SafetensorsHeader.Entry;

/**
 * Reads the tensors of a safetensors file one by one, of any size, as {@code float}. For one thread; close it to close
 * the file. The format: <a href="https://github.com/huggingface/safetensors#format">huggingface/safetensors</a>.
 */
public final class Safetensors implements Closeable {

    /** The limit of the format. */
    private static final long MAX_HEADER_LENGTH = 100_000_000;

    private static final int BUFFER_LENGTH = 1 << 20;

    private final String file;
    private final SeekableByteChannel channel;
    private final long dataStart;
    private final Map<String, Entry> entries;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);

    private Safetensors(String file, SeekableByteChannel channel, long dataStart, Map<String, Entry> entries) {
        this.file = file;
        this.channel = channel;
        this.dataStart = dataStart;
        this.entries = entries;
    }

    /**
     * Reads and checks the header; the tensors are read later.
     *
     * @param file the file's name in complaints
     * @param channel closed with the returned object, or at once where opening fails
     * @throws CheckpointException if the file is damaged
     */
    public static Safetensors open(String file, SeekableByteChannel channel) throws IOException {
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
            ByteBuffer header = ByteBuffer.allocate((int) headerLength);
            readFully(channel, header);
            Map<String, Entry> entries = new SafetensorsHeader(file).parse(header.array(), size - dataStart);
            return new Safetensors(file, channel, dataStart, entries);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns the tensors' names in the order in which they lie in the file. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /**
     * Returns the dimensions of a tensor.
     *
     * @throws CheckpointException if there is no such tensor
     */
    public long[] shape(String name) {
        return entry(name).shape().stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Reads one tensor in row-major order. F16, BF16 and F32 keep their exact values.
     *
     * @throws CheckpointException if the tensor is missing, has another shape or type, or holds a value that isn't finite
     */
    public float[] read(String name, long... expectedShape) throws IOException {
        Entry entry = entry(name);
        if (!Arrays.equals(shape(name), expectedShape)) {
            throw refusal(
                    name,
                    "has shape %s, but config.json asks for %s"
                            .formatted(entry.shape(), Arrays.toString(expectedShape)));
        }
        ElementType type = ElementType.named(entry.dtype())
                .orElseThrow(() ->
                        refusal(name, "has type %s; only F32, F16 and BF16 are supported".formatted(entry.dtype())));
        long count = (entry.end() - entry.begin()) / type.bytes;
        if (count > Integer.MAX_VALUE - Long.BYTES) {
            throw refusal(name, "has too many elements: " + count);
        }
        float[] elements = new float[(int) count];
        channel.position(dataStart + entry.begin());
        for (int offset = 0; offset < elements.length; offset += BUFFER_LENGTH / type.bytes) {
            int chunk = Math.min(BUFFER_LENGTH / type.bytes, elements.length - offset);
            readFully(channel, buffer.clear().limit(chunk * type.bytes));
            type.decode(buffer.flip(), elements, offset, chunk);
        }
        requireFinite(name, elements);
        return elements;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw refusal(name, "is missing; the file is incomplete or belongs to another config.json");
        }
        return entry;
    }

    private void requireFinite(String name, float[] elements) {
        // Whatever is finite adds a zero, all else NaN for good: without branches, as there are millions of elements.
        float zero = 0;
        for (float element : elements) {
            zero += element * 0;
        }
        if (zero == 0) {
            return;
        }
        for (int i = 0; i < elements.length; i++) {
            if (!Float.isFinite(elements[i])) {
                throw refusal(name, "holds %s at element %d; download the file again".formatted(elements[i], i));
            }
        }
    }

    private CheckpointException refusal(String tensor, String complaint) {
        return new CheckpointException("%s: tensor %s %s".formatted(file, tensor, complaint));
    }

    private static void readFully(SeekableByteChannel channel, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }
}
