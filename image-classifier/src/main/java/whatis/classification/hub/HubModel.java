package whatis.classification.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model repository of the hub at a revision.
 *
 * @param repository {@code owner/name}
 * @param revision branch, tag, or commit, abbreviated or not
 */
record HubModel(String repository, String revision) {

    /** As strict as the hub, and nothing passes that could leave the cache folder as part of a path. */
    private static final Pattern ID = Pattern.compile("(?!.*(?:\\.\\.|--))\\w[\\w.-]{0,95}/\\w[\\w.-]{0,95}");

    private static final Pattern REVISION = Pattern.compile("(?!.*(?:\\.\\.|//))\\w[\\w./+-]{0,199}(?<![./])");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern COMMIT_PREFIX = Pattern.compile("[0-9a-f]{7,40}");

    HubModel {
        if (!ID.matcher(repository).matches()) {
            throw new IllegalArgumentException("not a hub repository: " + repository);
        }
        if (!REVISION.matcher(revision).matches()) {
            throw new IllegalArgumentException("not a revision: " + revision);
        }
    }

    /** Reads {@code owner/name} or {@code owner/name@revision}; the revision is {@code main} if none is given. */
    static Optional<HubModel> parse(String model) {
        int at = model.indexOf('@');
        String repository = at < 0 ? model : model.substring(0, at);
        String revision = at < 0 ? "main" : model.substring(at + 1);
        return ID.matcher(repository).matches() && REVISION.matcher(revision).matches()
                ? Optional.of(new HubModel(repository, revision))
                : Optional.empty();
    }

    /** Tells whether this is a commit, not abbreviated. */
    static boolean isCommit(String revision) {
        return COMMIT.matcher(revision).matches();
    }

    /** Tells whether the revision names a commit, so that what is cached for it can never be outdated. */
    boolean isPinned() {
        return COMMIT_PREFIX.matcher(revision).matches();
    }

    @Override
    public String toString() {
        return repository + "@" + revision;
    }
}
