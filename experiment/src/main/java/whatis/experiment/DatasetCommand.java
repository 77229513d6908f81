package whatis.experiment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whatis.experiment.dataset.Dataset;

/** Shows single images of a dataset. */
@Command(
        name = "dataset",
        description = {"Shows and saves images of a dataset.", ""},
        footer = {"", "Example, an American alligator:", "  whatis dataset save 2300 alligator.png"})
final class DatasetCommand {

    private final Map<String, String> environment;

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
        BufferedImage image = decoded(bytes, row);
        boolean colour = spec.commandLine().getColorScheme().ansi().enabled();
        PrintWriter out = spec.commandLine().getOut();
        out.println(colour ? TerminalImage.coloured(image) : TerminalImage.shaded(image));
        out.printf("row %d: %d x %d, %d bytes%n", row, image.getWidth(), image.getHeight(), bytes.length);
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
        BufferedImage image = decoded(image(row, options), row);
        if (!ImageIO.write(image, "png", file.toAbsolutePath().toFile())) {
            throw ExperimentException.machine("PNG can't be written here");
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

    private static BufferedImage decoded(byte[] bytes, int row) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            throw ExperimentException.wrongInput("Row " + row + " has no image that can be read.");
        }
        return image;
    }
}
