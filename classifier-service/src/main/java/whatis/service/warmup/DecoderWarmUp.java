package whatis.service.warmup;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import whatis.image.ImageDecoder;
import whatis.image.ImageLimits;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

/**
 * Has the JVM compile what decoding takes, while the service has nothing else to do: photographs that count don't compete with drawn
 * ones, and have the same code compiled.
 */
final class DecoderWarmUp implements Runnable {

    /** After as many, HotSpot has handed every loop to its optimising compiler. */
    private static final int ROUNDS = 12;

    /** Between two pictures, so that the compiler keeps up and a request finds a free core. */
    private static final long PAUSE_MILLIS = 20;

    private static final ImageSize TARGET = new ImageSize(224, 224);

    private final BooleanSupplier busy;

    /** @param busy whether the service has pictures in work */
    DecoderWarmUp(BooleanSupplier busy) {
        this.busy = busy;
    }

    @Override
    public void run() {
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        try {
            for (byte[] picture : ImageDecoder.drawnPictures()) {
                for (int round = 0; round < ROUNDS; round++) {
                    awaitIdleness();
                    decoder.resize(picture, TARGET, ResamplingFilter.BILINEAR);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitIdleness() throws InterruptedException {
        do {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } while (busy.getAsBoolean());
    }
}
