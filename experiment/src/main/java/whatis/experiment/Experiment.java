package whatis.experiment;

import whatis.commandline.WhatIs;

/** Runs {@code whatis experiment} and {@code whatis dataset}. */
public final class Experiment {

    private Experiment() {}

    public static void main(String[] arguments) {
        WhatIs.main(arguments);
    }
}
