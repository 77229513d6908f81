package whatis.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whatis.classification.ImageClassifier;

/** Names what images show, one line for each, in the order in which they were named. */
@Command(
        name = "classify",
        description = {
            "Names what images show.",
            "",
            "A line for each file: its name, the score of the best label, that label, further guesses. A file that"
                    + " can't be answered is a line with its error. Reads JPEG, PNG, GIF, BMP, WebP and TIFF, told"
                    + " apart by their content and not by their name, of at most 100 MiB.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  whatis classify goldfish.jpg",
            "  whatis classify --top 1 --json photos/ | jq -r .file"
        })
final class ClassifyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "An image, or a folder: then all images in it and its folders, sorted by path. What is"
                    + " hidden, or does not begin as an image does, is passed over in folders.")
    private List<Path> named = List.of();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            converter = PositiveNumber.class,
            description = "How many labels a file gets, at least 1. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(
            names = "--json",
            description = "Print a JSON object a line instead: file, guesses (label, score) and error.")
    private boolean json;

    @Mixin
    private ModelOptions model = new ModelOptions();

    private final Function<ModelOptions, ImageClassifier> load;
    private final Terminal terminal;
    private final ErrorReport errors;

    ClassifyCommand(Function<ModelOptions, ImageClassifier> load, Terminal terminal, ErrorReport errors) {
        this.load = load;
        this.terminal = terminal;
        this.errors = errors;
    }

    @Override
    public Integer call() {
        List<ImageFile> files = ImageFile.find(named);
        AnswerFormat format = json ? new JsonLines() : new Table(files, terminal);
        try (AnswerPrinter printer = new AnswerPrinter(terminal, format, files.size(), errors)) {
            if (files.stream().allMatch(file -> file.problem() != null)) {
                // A mistyped name must not cost the download of a model.
                files.stream().map(Answer::notPossible).allMatch(printer::print);
            } else {
                classify(files, printer);
            }
            return printer.exitCode();
        }
    }

    private void classify(List<ImageFile> files, AnswerPrinter printer) {
        try (ImageClassifier classifier = load.apply(model)) {
            // While half of the threads wait for the model, the others read and decode.
            int threads = 2 * Runtime.getRuntime().availableProcessors();
            OrderedTasks.run(files, threads, file -> answer(file, classifier), printer::print);
        }
    }

    private Answer answer(ImageFile file, ImageClassifier classifier) {
        if (file.problem() != null) {
            return Answer.notPossible(file);
        }
        try {
            return new Answer(file.path(), classifier.classify(file.read(), top), null);
        } catch (IOException | RuntimeException e) {
            return new Answer(file.path(), List.of(), Failure.of(e));
        }
    }
}
