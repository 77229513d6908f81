package whatis.classification;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * What the network reads of an image.
 *
 * @param pixels {@code [channels, height, width]} in fp32, a direct buffer in native order
 * @param waited how long the image waited for a core and for memory
 * @param worked how long it took to prepare it
 */
record PreparedImage(ByteBuffer pixels, Duration waited, Duration worked) {}
