package whatis.classification;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Direct buffers for the pixels of one image each, used again and again: libtorch reads them where they lie. As many
 * exist as images were ever in work at the same time. Safe for use by many threads.
 */
final class PixelBuffers {

    private final ConcurrentLinkedQueue<ByteBuffer> free = new ConcurrentLinkedQueue<>();
    private final int bytes;

    PixelBuffers(int floats) {
        this.bytes = Math.multiplyExact(floats, Float.BYTES);
    }

    ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        return buffer != null ? buffer : ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** Takes back a buffer that nobody reads any more. */
    void giveBack(ByteBuffer buffer) {
        free.add(buffer);
    }
}
