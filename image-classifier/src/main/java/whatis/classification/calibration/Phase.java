package whatis.classification.calibration;

/** What calibrating does, one after the other. */
public enum Phase {
    OBSERVING("observing what layers read"),
    ANSWERING("asking the model in floats"),
    HARMS("measuring each layer's harm"),
    CHOOSING("choosing the layers that stay in floats"),
    TIMING("timing");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
