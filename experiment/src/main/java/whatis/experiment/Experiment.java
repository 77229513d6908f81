package whatis.experiment;

import picocli.CommandLine;
import whatis.commandline.WhatIs;

/** Runs {@code whatis experiment} and {@code whatis dataset}. */
public final class Experiment {

    private Experiment() {}

    public static void main(String[] arguments) {
        CommandLine experiment =
                new CommandLine(new ExperimentCommand(System.getenv())).addSubcommand(new JoinCommand(System.getenv()));
        WhatIs.main(arguments, experiment, new DatasetCommand(System.getenv()));
    }
}
