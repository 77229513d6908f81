package whatis.batch.executor;

import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.util.LongAccumulator;

/**
 * The model that all queries of a Spark application classify with.
 *
 * @param loads how often it was loaded: once an executor
 */
public record ApplicationModel(BatchModel model, LongAccumulator loads) implements Serializable {

    ClassifierThreads threads() throws IOException {
        return ResidentModel.threads(model, () -> loads.add(1));
    }
}
