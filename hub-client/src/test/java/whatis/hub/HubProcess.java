package whatis.hub;

import java.io.IOException;
import java.time.Duration;

/** A stand-in hub in a JVM of its own, with the sample model, for scripts. Its weights take a second and a half. */
final class HubProcess {

    private static final int PIECE_BYTES = 20_000;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private HubProcess() {}

    /** Prints what to set HF_ENDPOINT to, and serves until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        try (StandInHub hub = SampleRepository.publishedHub()) {
            hub.addStorageFault(Faults.slowly(SampleRepository.WEIGHTS, PIECE_BYTES, PAUSE));
            System.out.println(hub.endpoint());
            System.in.readAllBytes();
        }
    }
}
