package whatis.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import whatis.batch.executor.ResidentModel;
import whatis.classification.network.TinyCheckpoint;

/** A session of real Spark, on two cores of this machine, and a real if tiny model. */
final class TestSession {

    private TestSession() {}

    static SparkSession.Builder builder() throws IOException {
        TinyCheckpoint.of("vit").write(Path.of(System.getenv("WHATIS_MODEL")));
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2);
    }

    static void stop(SparkSession session) {
        session.stop();
        ResidentModel.release();
    }
}
