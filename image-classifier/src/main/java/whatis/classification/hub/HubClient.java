package whatis.classification.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * Speaks the hub's protocol: {@code HEAD} and {@code GET} of {@code {endpoint}/{repository}/resolve/{revision}/{file}},
 * as documented for Python's {@code huggingface_hub}. The hub answers with commit, checksum and size itself, and
 * redirects to a storage host for the bytes of large files.
 */
final class HubClient {

    private final HubSettings settings;
    private final HubTransport transport;

    HubClient(HubSettings settings) {
        this.settings = settings;
        this.transport = new HubTransport(settings);
    }

    /**
     * Asks about a file.
     *
     * @return empty if the repository does not have it at this revision
     * @throws ModelUnavailableException if the hub is down, refuses, or does not answer as a hub does
     */
    Optional<RemoteFile> find(HubModel model, String file) throws InterruptedException {
        HttpResponse<Void> response = transport.head(address(model, file), HubClient::describesFile);
        HubRefusal refusal = new HubRefusal(settings, model, response);
        if (refusal.isMissingFile()) {
            return Optional.empty();
        }
        if (!describesFile(response)) {
            refusal.throwUnlessSuccess();
        }
        return Optional.of(description(model, file, response.headers()));
    }

    /**
     * Downloads a file, or what is still missing of it; returns when it is complete.
     *
     * @throws IOException if the disk fails
     * @throws ModelUnavailableException {@code hubDown} if it makes sense to take the download up again
     */
    void download(RemoteFile file, BlobWriter target) throws IOException, InterruptedException {
        try {
            HttpResponse<Void> response = transport.get(address(file.model(), file.name()), target);
            new HubRefusal(settings, file.model(), response).throwUnlessSuccess();
            if (target.position() < file.size()) {
                throw ModelUnavailableException.hubDown("The hub ended the download of " + file + " early.");
            }
        } catch (ModelUnavailableException e) {
            target.throwFailure(); // what broke at our end explains more than that the connection is gone
            throw e;
        }
    }

    private URI address(HubModel model, String file) {
        String revision = model.revision().replace("/", "%2F");
        return URI.create(settings.endpoint() + "/" + model.repository() + "/resolve/" + revision + "/" + file);
    }

    /** A redirect to the storage host tells all about the file; what that host says of it is of no interest. */
    private static boolean describesFile(HttpResponse<?> response) {
        return response.statusCode() / 100 == 3
                && response.headers().firstValue("X-Repo-Commit").isPresent()
                && response.headers().firstValue("X-Linked-Etag").isPresent()
                && response.headers().firstValueAsLong("X-Linked-Size").isPresent();
    }

    private RemoteFile description(HubModel model, String file, HttpHeaders headers) {
        Optional<String> commit = headers.firstValue("X-Repo-Commit").filter(HubModel::isCommit);
        Optional<Checksum> checksum = headers.firstValue("X-Linked-Etag")
                .or(() -> headers.firstValue("ETag"))
                .flatMap(Checksum::ofEtag);
        long size = headers.firstValueAsLong("X-Linked-Size")
                .orElseGet(() -> headers.firstValueAsLong("Content-Length").orElse(-1));
        if (commit.isEmpty() || checksum.isEmpty() || size < 0) {
            throw ModelUnavailableException.because("What answers at " + settings.endpoint()
                    + " is not a Hugging Face hub (no commit, checksum and size for " + file + " of " + model
                    + "): check HF_ENDPOINT, and whether a proxy or a login page answers instead.");
        }
        return new RemoteFile(new HubModel(model.repository(), commit.get()), file, checksum.get(), size);
    }
}
