package whatis.batch;

import java.util.List;
import java.util.Map;
import whatis.commandline.FurtherCommands;

/** Adds {@code batch} and {@code pack} to {@code whatis}. */
public final class BatchCommands implements FurtherCommands {

    @Override
    public List<Object> create(Map<String, String> environment) {
        return List.of(new BatchCommand(environment), new PackCommand());
    }
}
