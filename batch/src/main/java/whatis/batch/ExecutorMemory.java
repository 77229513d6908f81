package whatis.batch;

import org.apache.spark.SparkConf;

/**
 * What an executor takes beside its heap. Kubernetes and YARN end one that takes more than it was given.
 *
 * @param mebibytes what is needed
 * @param given what Spark gives it; 0 if it was left to Spark
 */
record ExecutorMemory(long mebibytes, long given) {

    private static final String OVERHEAD = "spark.executor.memoryOverhead";

    /** libtorch's own code and tables, the JVM's, and the stacks of threads. */
    private static final long PROCESS_MEBIBYTES = 500;

    /** Pixels and activations of a micro-batch, and decoders' buffers. */
    private static final long MEBIBYTES_A_CORE = 100;

    /**
     * Estimates what a model takes.
     *
     * @param checkpoint its size in bytes; the network takes as much, and a part of it twice while it is loaded
     */
    static ExecutorMemory of(long checkpoint, SparkConf conf) {
        long weights = (checkpoint * 3 / 2) >> 20;
        long cores = conf.getInt("spark.executor.cores", 1);
        return new ExecutorMemory(
                weights + PROCESS_MEBIBYTES + cores * MEBIBYTES_A_CORE, conf.getSizeAsMb(OVERHEAD, "0"));
    }

    @Override
    public String toString() {
        return "each executor takes up to %d MiB beside its heap; %s".formatted(mebibytes, advice());
    }

    private String advice() {
        if (given >= mebibytes) {
            return "%s allows %d MiB".formatted(OVERHEAD, given);
        }
        return "on Kubernetes and YARN set %s=%dm%s"
                .formatted(OVERHEAD, mebibytes, given == 0 ? "" : ", as it allows %d MiB only".formatted(given));
    }
}
