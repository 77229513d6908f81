package whatis.batch;

import whatis.commandline.WhatIs;

/** Runs {@code whatis batch}, by itself or under {@code spark-submit}. */
public final class Batch {

    private Batch() {}

    public static void main(String[] arguments) {
        WhatIs.main(arguments, new BatchCommand(System.getenv()));
    }
}
