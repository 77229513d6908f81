package whatis.classification.image;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** An image that is about to be decoded within a budget. Close it to free what its reader holds. */
final class EncodedImage implements AutoCloseable {

    private final ImageFormat format;
    private final DecodeBudget budget;
    private final ImageReader reader;
    private final ImageContainer container;
    private boolean closed;

    /** @throws ImageRejectedException if the image is cut off before there is anything to read */
    EncodedImage(byte[] encoded, ImageFormat format, ImageReaderSpi provider, DecodeBudget budget) {
        this.format = format;
        this.budget = budget;
        this.reader = guarded(provider::createReaderInstance);
        this.container = guarded(() -> format.open(encoded));
        reader.addIIOReadProgressListener(new BudgetListener(budget));
        reader.setInput(new BudgetedImageInputStream(container.bytes(), budget));
    }

    /**
     * Reads the header in steps, the cheapest first.
     *
     * @throws ImageRejectedException if that is reason enough not to decode the image; it says why
     */
    ImageHeader header(ImageLimits limits) {
        return guarded(() -> {
            ImageSize size = container.size(reader);
            limits.check(size);
            container.check(size, limits);
            boolean turned = container.orientation() != Orientation.NORMAL;
            long turning = turned ? 2 * RgbImage.CHANNELS * size.pixels() : 0;
            long memory = container.bytes().length + Math.max(container.memory(reader), turning);
            return new ImageHeader(container.orientation().turned(size), memory);
        });
    }

    /**
     * Decodes all pixels and turns them upright; in between closes the reader, which may hold as many again.
     *
     * @param hiddenIsWhite whether pixels of a colour that is not to be seen become white
     * @throws ImageRejectedException if the image can't be decoded; it says why
     */
    RgbImage pixels(boolean hiddenIsWhite) {
        return guarded(() -> {
            RgbImage stored = container.read(reader, budget);
            close();
            budget.check();
            if (hiddenIsWhite) {
                container.hiddenColor().ifPresent(color -> stored.whiten(color, budget));
            }
            return container.orientation().apply(stored, budget);
        });
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            reader.dispose();
        }
    }

    private <T> T guarded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (ImageRejectedException rejection) {
            throw rejection;
        } catch (IOException | RuntimeException | AssertionError | StackOverflowError failure) {
            budget.check(); // a reader may hide why it was stopped
            throwMemoryShortage(failure);
            throw UnreadableImageException.damaged(format, failure);
        }
    }

    /** Tells a reader's want of memory, for which the image is not to blame, from damage. */
    private static void throwMemoryShortage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError shortage) {
                throw shortage;
            }
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
