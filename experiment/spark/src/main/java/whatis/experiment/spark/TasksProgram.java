package whatis.experiment.spark;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Progress;
import whatis.experiment.variant.VariantHost;
import whatis.experiment.variant.VariantSettings;

/** The process of the experiment's variant B. */
final class TasksProgram {

    private TasksProgram() {}

    public static void main(String[] arguments) throws IOException {
        VariantHost.run(TasksProgram::run);
    }

    private static Measurement run(VariantSettings settings, Progress progress) throws Exception {
        try (SparkSession spark = LocalSpark.start(settings.cores())) {
            return new Tasks(spark, settings, progress).run();
        }
    }
}
