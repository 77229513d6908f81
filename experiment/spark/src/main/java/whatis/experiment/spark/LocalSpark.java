package whatis.experiment.spark;

import org.apache.spark.sql.SparkSession;

/** Starts Spark within this JVM. */
final class LocalSpark {

    private LocalSpark() {}

    /**
     * Returns a session with one executor that has a task slot for each core. Nobody else can reach it.
     *
     * @param cores how many tasks run at the same time
     */
    static SparkSession start(int cores) {
        String scratch = System.getProperty("java.io.tmpdir");
        return SparkSession.builder()
                .master("local[" + cores + "]")
                .appName("whatis")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.local.dir", scratch)
                .config("spark.sql.warehouse.dir", scratch + "/warehouse")
                // Weights are as good as noise: compressing them takes time and saves nothing.
                .config("spark.broadcast.compress", false)
                .getOrCreate();
    }
}
