package whatis.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the hub's API says of a repository at a revision.
 *
 * @param commit what the revision means
 * @param names of all files, as the hub has them
 * @param files those whose checksum and size the hub tells, too
 */
record HubListing(String commit, List<String> names, List<RemoteFile> files) {

    /**
     * Reads the answer of {@code /api/models/owner/name/revision/main?blobs=true}.
     *
     * @return empty if it is none
     */
    static Optional<HubListing> parse(String json, HubRepository repository) {
        try {
            JsonObject answer = JsonParser.parseString(json).getAsJsonObject();
            String commit = text(answer, "sha");
            if (commit == null || !HubRepository.isCommit(commit)) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>();
            List<RemoteFile> files = new ArrayList<>();
            for (JsonElement sibling : answer.getAsJsonArray("siblings")) {
                JsonObject file = sibling.getAsJsonObject();
                String name = text(file, "rfilename");
                if (name != null) {
                    names.add(name);
                    description(file, name, repository.at(commit)).ifPresent(files::add);
                }
            }
            return Optional.of(new HubListing(commit, List.copyOf(names), List.copyOf(files)));
        } catch (JsonParseException | IllegalStateException | ClassCastException | NullPointerException e) {
            return Optional.empty(); // what gson throws at JSON of another shape
        }
    }

    /**
     * Reads the answer of {@code /api/models/owner/name/discussions}.
     *
     * @return the number of the first pull request of an author
     */
    static OptionalInt parsePullRequest(String json, String author) {
        try {
            JsonObject answer = JsonParser.parseString(json).getAsJsonObject();
            for (JsonElement element : answer.getAsJsonArray("discussions")) {
                JsonObject discussion = element.getAsJsonObject();
                if (discussion.get("isPullRequest").getAsBoolean()
                        && author.equals(text(discussion.getAsJsonObject("author"), "name"))) {
                    return OptionalInt.of(discussion.get("num").getAsInt());
                }
            }
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | NumberFormatException
                | UnsupportedOperationException e) {
            // as if there were none
        }
        return OptionalInt.empty();
    }

    /** Files in large file storage have their SHA-256 in {@code lfs}, the others the SHA-1 of their git blob. */
    private static Optional<RemoteFile> description(JsonObject file, String name, HubRepository repository) {
        boolean large = file.get("lfs") instanceof JsonObject;
        JsonObject source = large ? file.getAsJsonObject("lfs") : file;
        String checksum = text(source, large ? "sha256" : "blobId");
        String size = text(source, "size");
        return checksum == null || size == null || !size.matches("\\d{1,18}")
                ? Optional.empty()
                : Checksum.ofEtag(checksum).map(known -> new RemoteFile(repository, name, known, Long.parseLong(size)));
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : null;
    }
}
