package whatis.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import whatis.experiment.report.ExperimentJson;
import whatis.experiment.report.MarkdownReport;
import whatis.experiment.report.Result;
import whatis.experiment.report.Setup;

/** Where the report goes. Each file appears when it is whole. */
record ReportFolder(Path folder) {

    static final String REPORT = "report.md";

    /**
     * Makes sure that there is such a folder, before any work is done.
     *
     * @throws ExperimentException if it can't be written
     */
    static ReportFolder create(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "experiment", ".part"));
            return new ReportFolder(folder);
        } catch (IOException e) {
            throw ExperimentException.wrongInput(
                    "The report can't be written to " + folder + ": name another folder with --report.");
        }
    }

    /** @throws ExperimentException if the disk is full */
    void write(Setup setup, int[] rows, List<Result> results, List<String> differences) {
        write("experiment.json", new ExperimentJson().text(setup, rows, results, differences));
        MarkdownReport markdown = new MarkdownReport(setup, results, differences);
        write(MarkdownReport.TIME_PLOT, markdown.timePlot());
        write(MarkdownReport.MEMORY_PLOT, markdown.memoryPlot());
        write(REPORT, markdown.text());
    }

    private void write(String name, String text) {
        try {
            Path part = folder.resolve(name + ".part");
            try {
                Files.writeString(part, text);
                Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw ExperimentException.machine("The report can't be written to " + folder + " (" + e.getMessage()
                    + "): make room, or name another folder with --report.");
        }
    }
}
