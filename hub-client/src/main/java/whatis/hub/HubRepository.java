package whatis.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository of the hub at a revision.
 *
 * @param id {@code owner/name}
 * @param revision branch, tag, or commit, abbreviated or not
 */
public record HubRepository(RepositoryKind kind, String id, String revision) {

    /** As strict as the hub, and nothing passes that could leave the cache folder as part of a path. */
    private static final Pattern ID = Pattern.compile("(?!.*(?:\\.\\.|--))\\w[\\w.-]{0,95}/\\w[\\w.-]{0,95}");

    private static final Pattern REVISION = Pattern.compile("(?!.*(?:\\.\\.|//))\\w[\\w./+-]{0,199}(?<![./])");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern COMMIT_PREFIX = Pattern.compile("[0-9a-f]{7,40}");

    public HubRepository {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a hub repository: " + id);
        }
        if (!REVISION.matcher(revision).matches()) {
            throw new IllegalArgumentException("not a revision: " + revision);
        }
    }

    /** Reads {@code owner/name} or {@code owner/name@revision}; the revision is {@code main} if none is given. */
    public static Optional<HubRepository> parse(RepositoryKind kind, String text) {
        int at = text.indexOf('@');
        String id = at < 0 ? text : text.substring(0, at);
        String revision = at < 0 ? "main" : text.substring(at + 1);
        return ID.matcher(id).matches() && REVISION.matcher(revision).matches()
                ? Optional.of(new HubRepository(kind, id, revision))
                : Optional.empty();
    }

    HubRepository at(String commit) {
        return new HubRepository(kind, id, commit);
    }

    /** Tells whether this is a commit, not abbreviated. */
    static boolean isCommit(String revision) {
        return COMMIT.matcher(revision).matches();
    }

    /** Tells whether this may be a commit, abbreviated or not; a branch or tag may have such a name, too. */
    static boolean mayBeCommit(String revision) {
        return COMMIT_PREFIX.matcher(revision).matches();
    }

    @Override
    public String toString() {
        return id + "@" + revision;
    }
}
