package whatis.experiment.report;

import java.time.LocalDate;
import whatis.commandline.bench.Machine;

/**
 * What was compared, and where.
 *
 * @param dataset as it was named
 * @param datasetBytes how large its files are
 * @param rows as it was named
 * @param images how many rows that is
 * @param model its name
 * @param precision as it was named
 * @param cores how many cores each variant might use
 * @param inProcess whether actors were threads of one JVM
 * @param machine where
 * @param date when
 */
public record Setup(
        String dataset,
        long datasetBytes,
        String rows,
        int images,
        String model,
        String precision,
        int cores,
        boolean inProcess,
        Machine machine,
        String date) {

    /** Describes an experiment on this machine, today. */
    public static Setup here(
            String dataset,
            long datasetBytes,
            String rows,
            int images,
            String model,
            String precision,
            int cores,
            boolean inProcess) {
        return new Setup(
                dataset,
                datasetBytes,
                rows,
                images,
                model,
                precision,
                cores,
                inProcess,
                Machine.current(),
                LocalDate.now().toString());
    }
}
