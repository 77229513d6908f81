package whatis.hub;

/** What a repository of the hub holds. */
public enum RepositoryKind {
    MODEL("model", "models", ""),
    DATASET("dataset", "datasets", "datasets/");

    private final String noun;
    private final String plural;
    private final String path;

    RepositoryKind(String noun, String plural, String path) {
        this.noun = noun;
        this.plural = plural;
        this.path = path;
    }

    /** What the hub's API and the folders of the cache call it. */
    String plural() {
        return plural;
    }

    /** What stands before {@code owner/name} in the address of a page or a file. */
    String path() {
        return path;
    }

    /** Returns a word for messages. */
    @Override
    public String toString() {
        return noun;
    }
}
