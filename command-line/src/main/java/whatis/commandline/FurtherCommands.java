package whatis.commandline;

import java.util.List;
import java.util.Map;

/** Commands of another module, which {@link WhatIs} finds on the class path by {@link java.util.ServiceLoader}. */
public interface FurtherCommands {

    /** Returns what picocli takes for commands. */
    List<Object> create(Map<String, String> environment);
}
