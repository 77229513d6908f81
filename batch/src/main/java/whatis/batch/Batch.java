package whatis.batch;

import whatis.commandline.WhatIs;

/** Runs {@code whatis batch} and {@code whatis pack}, by itself or under {@code spark-submit}. */
public final class Batch {

    private Batch() {}

    public static void main(String[] arguments) {
        WhatIs.main(arguments);
    }
}
