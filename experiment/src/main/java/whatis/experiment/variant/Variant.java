package whatis.experiment.variant;

/** The designs that are compared. */
public enum Variant {
    A("sequential", "a loop, one image after the other"),
    B("tasks", "one Spark task an image, the checkpoint as a broadcast variable"),
    C1("actors, resident data", "actors in processes of their own that hold the dataset and are sent row numbers"),
    C2("actors, shipped images", "actors in processes of their own that are sent images"),
    D("micro-batches", "the library's dispatchers, many callers at once");

    private final String title;
    private final String design;

    Variant(String title, String design) {
        this.title = title;
        this.design = design;
    }

    public String title() {
        return title;
    }

    /** Returns a phrase that tells what is special. */
    public String design() {
        return design;
    }

    public boolean isOfActors() {
        return this == C1 || this == C2;
    }
}
