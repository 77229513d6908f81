package whatis.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.dataset.Png;
import whatis.image.EncodedImage;
import whatis.image.ImageDecoder;
import whatis.image.ImageLimits;
import whatis.image.ImageRejectedException;

/** Shows single images of a dataset. */
@Command(
        name = "dataset",
        description = {"Shows and saves images of a dataset.", ""},
        footer = {"", "Example, an American alligator:", "  whatis dataset save 2300 alligator.png"})
final class DatasetCommand {

    private final Map<String, String> environment;
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DatasetCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Command(
            name = "show",
            description = {"Draws an image into the terminal, in shades of grey with NO_COLOR.", ""})
    int show(
            @Parameters(paramLabel = "ROW", description = "Row of the dataset, from 0.") int row,
            @Mixin DatasetOptions options)
            throws IOException {
        byte[] bytes = image(row, options);
        boolean colour = spec.commandLine().getColorScheme().ansi().enabled();
        PrintWriter out = spec.commandLine().getOut();
        try {
            EncodedImage image = decoder.open(bytes);
            out.println(colour ? TerminalImage.coloured(image) : TerminalImage.shaded(image));
            out.printf("row %d: %s, %d bytes%n", row, image.header().size(), bytes.length);
        } catch (ImageRejectedException e) {
            throw unreadable(row, e);
        }
        return 0;
    }

    @Command(
            name = "save",
            description = {"Saves an image as PNG.", ""})
    int save(
            @Parameters(paramLabel = "ROW", description = "Row of the dataset, from 0.") int row,
            @Parameters(paramLabel = "FILE.png", description = "Where to; what is there is replaced.") Path file,
            @Mixin DatasetOptions options)
            throws IOException {
        try {
            Files.write(file, Png.encode(decoder.decode(image(row, options))));
        } catch (ImageRejectedException e) {
            throw unreadable(row, e);
        }
        return 0;
    }

    private byte[] image(int row, DatasetOptions options) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Dataset dataset = Dataset.load(options.find(
                    environment, scratch.folder(), spec.commandLine().getErr()));
            if (!dataset.has(row)) {
                throw ExperimentException.wrongInput("There is no row " + row + ": " + options.name() + " has "
                        + dataset.images().size() + " rows, from 0.");
            }
            return dataset.image(row);
        }
    }

    private static ExperimentException unreadable(int row, ImageRejectedException e) {
        return ExperimentException.wrongInput("Row " + row + " has no image that can be read. " + e.getMessage());
    }
}
