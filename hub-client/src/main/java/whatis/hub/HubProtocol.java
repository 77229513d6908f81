package whatis.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the hub's protocol: {@code HEAD} and {@code GET} of {@code {endpoint}/{repository}/resolve/{revision}/{file}},
 * and the lists of files and of pull requests of its API, as documented for Python's {@code huggingface_hub}. The hub
 * answers with commit, checksum and size itself, and redirects to a storage host for the bytes of large files.
 */
final class HubProtocol {

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HubSettings settings;
    private final HubTransport transport;

    /**
     * What the hub says when it is asked about a file.
     *
     * @param commit what the revision means; null if it is a mirror that doesn't tell where there is no file
     * @param file empty if the commit doesn't have it
     */
    record Answer(@Nullable String commit, Optional<RemoteFile> file) {}

    HubProtocol(HubSettings settings) {
        this.settings = settings;
        this.transport = new HubTransport(settings);
    }

    /**
     * Asks about a file.
     *
     * @throws HubException if the hub is down, refuses, or does not answer as a hub does
     */
    Answer find(HubRepository repository, String file) throws InterruptedException {
        HttpResponse<Void> response = transport.head(address(repository, file), HubProtocol::describesFile);
        HubRefusal refusal = new HubRefusal(settings, repository, response);
        if (refusal.isMissingFile()) {
            String commit = commit(response.headers())
                    .orElse(HubRepository.isCommit(repository.revision()) ? repository.revision() : null);
            return new Answer(commit, Optional.empty());
        }
        if (!describesFile(response)) {
            refusal.throwUnlessSuccess();
        }
        RemoteFile description = description(repository, file, response.headers());
        return new Answer(description.repository().revision(), Optional.of(description));
    }

    /**
     * Downloads a file, or what is still missing of it; returns when it is complete.
     *
     * @throws IOException if the disk fails
     * @throws HubException {@code hubDown} if it makes sense to take the download up again
     */
    void download(RemoteFile file, BlobWriter target) throws IOException, InterruptedException {
        try {
            boolean continued = target.position() > 0;
            HttpResponse<Void> response = transport.get(address(file.repository(), file.name()), target);
            if (response.statusCode() == RANGE_NOT_SATISFIABLE && continued && file.size() == RemoteFile.UNKNOWN_SIZE) {
                return; // nothing is left to send
            }
            new HubRefusal(settings, file.repository(), response).throwUnlessSuccess();
            if (!target.isComplete()) {
                throw HubException.down("The hub ended the download of " + file + " early.");
            }
        } catch (HubException e) {
            target.throwFailure(); // what broke at our end explains more than that the connection is gone
            throw e;
        }
    }

    /** Lists the files of a repository. */
    HubListing list(HubRepository repository) throws InterruptedException {
        String revision = repository.revision().replace("/", "%2F");
        return HubListing.parse(text(repository, "/revision/" + revision + "?blobs=true"), repository)
                .orElseThrow(() -> noHub("no list of files of " + repository));
    }

    OptionalInt openPullRequest(HubRepository repository, String author) throws InterruptedException {
        return HubListing.parsePullRequest(
                text(repository, "/discussions?type=pull_request&status=open&author=" + author), author);
    }

    private String text(HubRepository repository, String what) throws InterruptedException {
        URI address =
                URI.create(settings.endpoint() + "/api/" + repository.kind().plural() + "/" + repository.id() + what);
        TextBody body = new TextBody();
        HttpResponse<Void> response = transport.get(address, body);
        new HubRefusal(settings, repository, response).throwUnlessSuccess();
        return body.text();
    }

    private URI address(HubRepository repository, String file) {
        String revision = repository.revision().replace("/", "%2F");
        try {
            String path = new URI(null, null, "/" + file, null).toASCIIString();
            return URI.create(settings.endpoint() + "/" + repository.kind().path() + repository.id() + "/resolve/"
                    + revision + path);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not the name of a file: " + file, e);
        }
    }

    /**
     * A redirect to the storage host tells all about the file but sometimes its size; what that host says of it is of no
     * interest.
     */
    private static boolean describesFile(HttpResponse<?> response) {
        return response.statusCode() / 100 == 3
                && response.headers().firstValue("X-Repo-Commit").isPresent()
                && response.headers().firstValue("X-Linked-Etag").isPresent();
    }

    private RemoteFile description(HubRepository repository, String file, HttpHeaders headers) {
        Optional<String> commit = commit(headers);
        Optional<Checksum> checksum = headers.firstValue("X-Linked-Etag")
                .or(() -> headers.firstValue("ETag"))
                .flatMap(Checksum::ofEtag);
        if (commit.isEmpty() || checksum.isEmpty()) {
            throw noHub("no commit and checksum for " + file + " of " + repository);
        }
        return new RemoteFile(repository.at(commit.get()), file, checksum.get(), size(headers));
    }

    /** The length of a redirect is that of its own text. */
    private static long size(HttpHeaders headers) {
        String name = headers.firstValue("Location").isPresent()
                        || headers.firstValue("X-Linked-Size").isPresent()
                ? "X-Linked-Size"
                : "Content-Length";
        try {
            return Math.max(headers.firstValueAsLong(name).orElse(RemoteFile.UNKNOWN_SIZE), RemoteFile.UNKNOWN_SIZE);
        } catch (NumberFormatException e) {
            return RemoteFile.UNKNOWN_SIZE;
        }
    }

    private static Optional<String> commit(HttpHeaders headers) {
        return headers.firstValue("X-Repo-Commit").filter(HubRepository::isCommit);
    }

    private HubException noHub(String what) {
        return HubException.refused("What answers at " + settings.endpoint() + " is not a Hugging Face hub (" + what
                + "): check HF_ENDPOINT, and whether a proxy or a login page answers instead.");
    }
}
