package whatis.batch;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** Starts Spark, as {@code spark-submit} says or by itself. */
final class SparkStart {

    private SparkStart() {}

    /** @param master null for that of {@code spark-submit}, else this machine */
    static JavaSparkContext start(@Nullable String master) {
        SparkConf conf = new SparkConf();
        if (master != null) {
            conf.setMaster(master);
        }
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.app.name", "whatis batch");
        // Executors tell with it how far they are.
        conf.setIfMissing("spark.executor.heartbeatInterval", "2s");
        // Java reads file names in the character set of the locale.
        conf.setIfMissing("spark.executorEnv.LC_ALL", "C.UTF-8");
        if (conf.get("spark.master").matches("local(\\[.*])?")) {
            // Nobody else is to reach it.
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.ui.enabled", "false");
        } else {
            // What spark-submit does by itself: executors get the jar that has all of whatis.
            Arrays.stream(JavaSparkContext.jarOfClass(Batch.class))
                    .forEach(jar -> conf.setIfMissing("spark.jars", jar));
        }
        return new JavaSparkContext(conf);
    }

    /**
     * Lets each executor have a folder of this machine, under the name of its archive.
     *
     * @return the name
     */
    static String send(JavaSparkContext context, Path archive) {
        String name = archive.getFileName().toString();
        context.sc().addArchive(archive.toUri() + "#" + name);
        return name;
    }
}
