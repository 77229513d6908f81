package whatis.classification.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import whatis.classification.checkpoint.SafetensorsHeader.Entry;

/** A tensor as it lies in a safetensors file. */
record StoredTensor(Safetensors file, Entry entry, ElementType type) implements Tensor {

    /** Half a megabyte of the widest type: long enough for the disk, and below what a garbage collector calls large. */
    private static final int PIECE = 1 << 16;

    /** Returns a buffer for a piece of any type. */
    static ByteBuffer newBuffer() {
        return ByteBuffer.allocate(PIECE * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public float[] read() {
        try {
            return readWhole();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float[] readWhole() throws IOException {
        long count = count();
        if (count > Integer.MAX_VALUE - Long.BYTES) {
            throw file.refusal(entry.name(), "has too many elements: " + count);
        }
        float[] elements = new float[(int) count];
        for (int offset = 0; offset < elements.length; offset += PIECE) {
            file.read(this, offset, elements, offset, Math.min(PIECE, elements.length - offset));
        }
        return elements;
    }

    @Override
    public void read(FloatSink sink) throws IOException {
        long count = count();
        float[] piece = new float[(int) Math.min(PIECE, count)];
        for (long first = 0; first < count; first += PIECE) {
            int length = (int) Math.min(PIECE, count - first);
            file.read(this, first, piece, 0, length);
            sink.take(piece, length);
        }
    }

    private long count() {
        return (entry.end() - entry.begin()) / type.bytes;
    }
}
