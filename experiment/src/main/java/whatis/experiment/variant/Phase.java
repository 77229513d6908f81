package whatis.experiment.variant;

/** What a worker spends its time with. */
public enum Phase {
    /** Bringing up processes or threads, until they take orders. */
    ENGINE_START("engine start"),
    /** Reading, packing and warming up the network, libtorch's own start included. */
    MODEL_LOAD("model load"),
    /** Reading the dataset. */
    DATA_LOAD("data load"),
    /** Writing and reading what goes from one process to another. */
    SHIPPING("shipping"),
    /** Turning an image's bytes into pixels. */
    DECODE("decode"),
    /** Running the network. */
    INFERENCE("inference"),
    /** Anything else, which is waiting. */
    IDLE("idle");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
