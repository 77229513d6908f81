package whatis.experiment;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import whatis.commandline.FurtherCommands;

/** Adds {@code experiment} and {@code dataset} to {@code whatis}. */
public final class ExperimentCommands implements FurtherCommands {

    @Override
    public List<Object> create(Map<String, String> environment) {
        return List.of(
                new CommandLine(new ExperimentCommand(environment)).addSubcommand(new JoinCommand(environment)),
                new DatasetCommand(environment));
    }
}
