package whatis.classification.engine;

import static org.assertj.core.api.Assumptions.assumeThat;

/** What tests of int8 take. */
public final class Int8Cpu {

    private Int8Cpu() {}

    /** Skips a test where int8 can't run, with words that the gate knows. */
    public static void assumeHere() {
        assumeThat(Cpu.here().multipliesInt8())
                .as("a CPU that multiplies bytes")
                .isTrue();
    }
}
