package whatis.commandline;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = {"Prints a script with which bash and zsh complete commands and options.", ""},
        footer = {"", "Example, for this shell:", "  source <(./whatis completion)"})
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine program = spec.root().commandLine();
        PrintWriter out = program.getOut();
        out.print(AutoComplete.bash(program.getCommandName(), program));
        out.flush();
    }
}
