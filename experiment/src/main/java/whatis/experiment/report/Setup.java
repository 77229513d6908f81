package whatis.experiment.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

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
 * @param machine processor, number of its cores
 * @param versions Java's and the operating system's
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
        String machine,
        String versions,
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
                processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version"),
                LocalDate.now().toString());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
