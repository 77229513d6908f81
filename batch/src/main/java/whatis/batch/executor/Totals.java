package whatis.batch.executor;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What tasks count for the driver. An attempt that fails counts nothing.
 *
 * @param images that were classified, those with errors included
 * @param errors images without an answer, those of an earlier run included
 * @param found images whose chunk an earlier run, or another attempt, has done
 * @param loads how often a model was loaded: once an executor
 */
public record Totals(LongAccumulator images, LongAccumulator errors, LongAccumulator found, LongAccumulator loads)
        implements Serializable {

    public static Totals in(SparkContext context) {
        return new Totals(
                context.longAccumulator("images"),
                context.longAccumulator("errors"),
                context.longAccumulator("images found"),
                context.longAccumulator("models loaded"));
    }
}
