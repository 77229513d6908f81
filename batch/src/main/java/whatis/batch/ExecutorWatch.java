package whatis.batch;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/** Learns what running tasks have counted, and which executors were lost. Safe for use by many threads. */
final class ExecutorWatch extends SparkListener {

    private static final String KILLED = "137";

    private final long images;
    private final Consumer<String> lost;
    private final Map<Long, Long> running = new ConcurrentHashMap<>();
    private final Set<Long> ended = ConcurrentHashMap.newKeySet();

    /**
     * @param images the accumulator that counts images
     * @param lost told in words for users when an executor is lost
     */
    ExecutorWatch(long images, Consumer<String> lost) {
        this.images = images;
        this.lost = lost;
    }

    /** Returns how many images the running tasks have answered, as of their latest heartbeats. */
    long inRunningTasks() {
        return running.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        CollectionConverters.asJava(update.accumUpdates()).forEach(task -> {
            long id = (Long) task._1();
            for (AccumulableInfo counter : CollectionConverters.asJava(task._4())) {
                if (counter.id() == images && counter.update().isDefined() && !ended.contains(id)) {
                    running.put(id, (Long) counter.update().get());
                }
            }
        });
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        ended.add(end.taskInfo().taskId());
        running.remove(end.taskInfo().taskId());
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        lost.accept("executor " + removed.executorId() + " was lost: " + removed.reason()
                + (removed.reason().contains(KILLED)
                        ? ". 137 means killed, mostly because memory ran out: give spark.executor.memoryOverhead more."
                        : ""));
    }
}
