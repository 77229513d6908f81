package whatis.classification.engine;

import java.util.List;

/**
 * Images that go through the network together.
 *
 * @param images at least one
 * @param running how many micro-batches run now or in a moment, this one included
 */
record MicroBatch(List<WaitingImage> images, int running) {}
