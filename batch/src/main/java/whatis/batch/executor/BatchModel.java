package whatis.batch.executor;

import java.io.Serializable;
import java.nio.file.Path;
import org.apache.spark.SparkFiles;
import whatis.batch.output.Origin;
import whatis.classification.engine.Precision;

/**
 * The model that the driver chose, as executors are told of it.
 *
 * @param origin what rows say of it
 * @param precision the one that has to run
 * @param digest SHA-256 of the files that the checkpoint has to be read from
 * @param place the folder with the checkpoint on the driver, or the name of the archive that Spark has sent
 * @param sent whether Spark has sent it
 */
public record BatchModel(Origin origin, Precision precision, String digest, String place, boolean sent)
        implements Serializable {

    /** The folder with the checkpoint's files. */
    public static final String CHECKPOINT = "checkpoint";

    /** What executors take for the hub's cache, which is empty. */
    static final String HUB = "hub";

    /** Where calibrations are, beside such a cache. */
    public static final String CALIBRATIONS = "whatis/calibrations";

    /** Returns the same model where Spark has sent its folder. */
    public BatchModel sentAs(String archive) {
        return new BatchModel(origin, precision, digest, archive, true);
    }

    /** Returns the folder that has {@link #CHECKPOINT} in it, on this machine. */
    Path folder() {
        return Path.of(sent ? SparkFiles.get(place) : place);
    }
}
