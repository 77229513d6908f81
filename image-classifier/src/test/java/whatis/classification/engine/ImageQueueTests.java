package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ImageQueueTests {

    private static final int CAPACITY = 10;

    private final ImageQueue queue = new ImageQueue(new Concurrency(2, 4, 3), CAPACITY);

    @Test
    void imagesWhenTakenComeInTheOrderOfArrival() {
        List<WaitingImage> images = add(7);
        List<WaitingImage> taken = new ArrayList<>();
        while (taken.size() < 7) {
            taken.addAll(take().images());
            queue.done();
        }
        assertThat(taken).isEqualTo(images);
    }

    @Test
    void microBatchWhenAnotherDispatcherIsIdleLeavesItsShare() {
        add(5);
        assertThat(take().images()).hasSize(3);
        assertThat(take().images()).hasSize(2);
    }

    @Test
    void microBatchWhenManyWaitIsNoLargerThanAllowed() {
        add(CAPACITY);
        assertThat(take().images()).hasSize(3);
        assertThat(take().images()).hasSize(3);
    }

    @Test
    void microBatchWhenNothingElseWaitsHasTheCpuForItself() {
        add(1);
        assertThat(take().running()).isEqualTo(1);
    }

    @Test
    void microBatchWhenMoreWaitSharesTheCpuAtOnce() {
        add(2);
        assertThat(take().running()).isEqualTo(2);
        assertThat(take().running()).isEqualTo(2);
    }

    @Test
    void microBatchWhenTheOtherIsDoneHasTheCpuForItselfAgain() {
        add(2);
        take();
        take();
        queue.done();
        queue.done();
        add(1);
        assertThat(take().running()).isEqualTo(1);
    }

    @Test
    void imageWhenRemovedIsNotTaken() {
        List<WaitingImage> images = add(3);
        queue.remove(images.get(1));
        assertThat(take().images()).containsExactly(images.get(0));
        assertThat(take().images()).containsExactly(images.get(2));
    }

    @Test
    void imageWhenQueueIsFullIsRefused() {
        List<WaitingImage> images = add(CAPACITY);
        assertThatThrownBy(() -> add(1))
                .isInstanceOf(QueueFullException.class)
                .hasMessage("The classifier is busy: 10 images wait already.");
        queue.remove(images.get(4));
        assertThat(add(1)).hasSize(1);
    }

    @Test
    void queueWhenClosedHandsOutWhatItHasAndNoMore() {
        add(1);
        queue.close();
        assertThat(take().images()).hasSize(1);
        assertThat(queue.take(0)).isNull();
        assertThatThrownBy(() -> add(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takerWhenNothingWaitsGetsTheNextImage() {
        CompletableFuture<MicroBatch> taken = CompletableFuture.supplyAsync(this::take);
        WaitingImage image = add(1).get(0);
        assertThat(taken.join().images()).containsExactly(image);
    }

    @Test
    void imagesWhenAllDispatchersAreIdleGoToTheFirst() throws Exception {
        for (int i = 0; i < 20; i++) {
            CompletableFuture<MicroBatch> second = idle(1);
            CompletableFuture<MicroBatch> first = idle(0);
            WaitingImage image = add(1).get(0);
            assertThat(first.join().images()).containsExactly(image);
            assertThat(second).isNotDone();
            WaitingImage next = add(1).get(0);
            assertThat(second.join().images()).containsExactly(next);
            queue.done();
            queue.done();
        }
    }

    @Test
    void dispatchersWhenTheQueueIsClosedStopWaiting() throws Exception {
        List<CompletableFuture<MicroBatch>> all = List.of(idle(0), idle(1));
        queue.close();
        all.forEach(taken -> assertThat(taken.join()).isNull());
    }

    /** Has a dispatcher wait, and returns when it does. */
    private CompletableFuture<MicroBatch> idle(int dispatcher) throws InterruptedException {
        CompletableFuture<MicroBatch> taken = new CompletableFuture<>();
        Thread thread = new Thread(() -> taken.complete(queue.take(dispatcher)));
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return taken;
    }

    private MicroBatch take() {
        return Objects.requireNonNull(queue.take(0));
    }

    private List<WaitingImage> add(int count) {
        List<WaitingImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            WaitingImage image = new WaitingImage(ByteBuffer.allocate(0));
            queue.add(image);
            images.add(image);
        }
        return images;
    }
}
