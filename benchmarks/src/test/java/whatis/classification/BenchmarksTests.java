package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark for a moment, so that none breaks unseen. */
class BenchmarksTests {

    @Test
    void benchmarksWhenRunOnceAllEndWithAFigure() throws RunnerException {
        Options options = new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        Collection<RunResult> results = new Runner(options).run();

        assertThat(results)
                .extracting(result -> result.getParams().getBenchmark().replaceFirst(".*\\.(?=\\w+\\.)", ""))
                .contains(
                        "ImagePreprocessorBenchmark.jpeg",
                        "ImagePreprocessorBenchmark.png",
                        "ImagePreprocessorBenchmark.webp",
                        "JpegKernelsBenchmark.inverseDct",
                        "RowKernelsBenchmark.verticalSums",
                        "FilterKernelsBenchmark.up",
                        "ColorKernelsBenchmark.green",
                        "TransformKernelsBenchmark.subtractGreen",
                        "SafetensorsBenchmark.readEveryTensor",
                        "ArchiveBenchmark.write");
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }
}
