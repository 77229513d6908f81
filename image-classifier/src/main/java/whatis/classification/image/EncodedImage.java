package whatis.classification.image;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** An image that is about to be decoded within a budget. Close it to free what its reader holds. */
final class EncodedImage implements AutoCloseable {

    private final ImageContainer container;
    private final ImageReader reader;
    private final DecodeBudget budget;
    private boolean closed;

    EncodedImage(ImageContainer container, ImageReaderSpi provider, DecodeBudget budget) throws IOException {
        this.container = container;
        this.reader = provider.createReaderInstance();
        this.budget = budget;
        reader.addIIOReadProgressListener(new BudgetListener(budget));
        reader.setInput(new BudgetedImageInputStream(container.bytes(), budget));
    }

    /** Reads the header in steps, the cheapest first, and refuses what goes beyond the limits. */
    ImageHeader header(ImageLimits limits) throws IOException {
        ImageSize size = container.size(reader);
        limits.check(size);
        container.check(size, limits);
        boolean turned = container.orientation() != Orientation.NORMAL;
        long turning = turned ? 2 * RgbImage.CHANNELS * size.pixels() : 0;
        long memory = container.bytes().length + Math.max(container.memory(reader), turning);
        return new ImageHeader(container.orientation().turned(size), memory);
    }

    /** Decodes all pixels and turns them upright; in between closes the reader, which may hold as many again. */
    RgbImage pixels() throws IOException {
        RgbImage stored = container.read(reader, budget);
        close();
        budget.check();
        return container.orientation().apply(stored, budget);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            reader.dispose();
        }
    }
}
