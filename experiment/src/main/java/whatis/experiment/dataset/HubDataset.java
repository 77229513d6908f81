package whatis.experiment.dataset;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import whatis.classification.hub.HubSettings;

/**
 * Datasets of the Hugging Face hub that are Parquet files. They are kept in the cache that Python's
 * {@code huggingface_hub} keeps, and what it downloaded is found there.
 */
final class HubDataset {

    private static final Pattern ID = Pattern.compile("(?!.*(?:\\.\\.|--))\\w[\\w.-]{0,95}/\\w[\\w.-]{0,95}");
    private static final Pattern FILE = Pattern.compile("(?!.*(?:\\.\\.|//))\\w[\\w./-]*\\.parquet");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final int MOST_REDIRECTS = 5;

    private final HubSettings settings;
    private final PrintWriter err;
    private final HttpClient http;

    HubDataset(HubSettings settings, PrintWriter err) {
        this.settings = settings;
        this.err = err;
        this.http =
                HttpClient.newBuilder().connectTimeout(settings.reachTimeout()).build();
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Returns the files of a split, downloading what isn't there.
     *
     * @throws DatasetException if they can't be had
     */
    List<Path> get(String id, String split) throws IOException {
        Path repository = settings.cache().resolve("datasets--" + id.replace("/", "--"));
        if (settings.offline()) {
            return cached(repository, id, split);
        }
        try {
            JsonObject listing = listing(id);
            String commit = string(listing, "sha");
            List<Path> files = new ArrayList<>();
            for (String name : names(listing, split)) {
                Path file = repository.resolve("snapshots").resolve(commit).resolve(name);
                if (!Files.exists(file)) {
                    download(id, commit, name, file);
                }
                files.add(file);
            }
            if (files.isEmpty()) {
                throw DatasetException.because(
                        id + " has no Parquet files of the split " + split + ": choose another.");
            }
            keepReference(repository, commit);
            return files;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatasetException.because("The download of " + id + " was interrupted; start it again.");
        }
    }

    private List<Path> cached(Path repository, String id, String split) throws IOException {
        Path reference = repository.resolve("refs").resolve("main");
        if (Files.exists(reference)) {
            Path data = repository
                    .resolve("snapshots")
                    .resolve(Files.readString(reference).strip());
            try (var files = Files.walk(data)) {
                List<Path> found = files.filter(
                                file -> isOf(split, data.relativize(file).toString()))
                        .sorted()
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        throw DatasetException.hubDown(id + " is not in the hub's cache, and HF_HUB_OFFLINE forbids to download it.");
    }

    private static void keepReference(Path repository, String commit) throws IOException {
        Path reference = repository.resolve("refs").resolve("main");
        Files.createDirectories(reference.getParent());
        Files.writeString(reference, commit);
    }

    private JsonObject listing(String id) throws InterruptedException {
        HttpResponse<InputStream> response = ask(settings.endpoint() + "/api/datasets/" + id, id);
        try (InputStream body = response.body()) {
            JsonObject listing = JsonParser.parseString(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            if (!COMMIT.matcher(string(listing, "sha")).matches()) {
                throw new JsonParseException("no commit");
            }
            return listing;
        } catch (IOException e) {
            throw unreachable(e);
        } catch (JsonParseException | IllegalStateException e) {
            throw DatasetException.because(
                    "The hub at " + host() + " answers with something else than its list of files:"
                            + " check HF_ENDPOINT, and whether a proxy answers instead.");
        }
    }

    private static String string(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null ? "" : value.getAsString();
    }

    private static List<String> names(JsonObject listing, String split) {
        List<String> names = new ArrayList<>();
        for (JsonElement file : listing.getAsJsonArray("siblings")) {
            String name = string(file.getAsJsonObject(), "rfilename");
            if (isOf(split, name)) {
                names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    /** Tells whether this is a Parquet file of a split, and of nothing that could leave the cache. */
    private static boolean isOf(String split, String path) {
        return FILE.matcher(path).matches()
                && path.substring(path.lastIndexOf('/') + 1).startsWith(split);
    }

    private void download(String id, String commit, String name, Path file) throws IOException, InterruptedException {
        err.println("whatis: downloading " + id + ", " + name);
        err.flush();
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "download", ".part");
        HttpResponse<InputStream> response =
                ask(settings.endpoint() + "/datasets/" + id + "/resolve/" + commit + "/" + name, id);
        long expected = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        try (InputStream body = response.body()) {
            long length = Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            if (expected >= 0 && length != expected) {
                throw DatasetException.hubDown("The download of " + name + " broke off: start it again.");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Follows redirects by itself, because the token is for the hub and not for the storage that it points to. */
    private HttpResponse<InputStream> ask(String address, String id) throws InterruptedException {
        URI uri = URI.create(address);
        try {
            for (int i = 0; i <= MOST_REDIRECTS; i++) {
                HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("User-Agent", "whatis");
                if (settings.token() != null && host().equals(uri.getAuthority())) {
                    request.header("Authorization", "Bearer " + settings.token());
                }
                HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
                int status = response.statusCode();
                if (status == 200) {
                    return response;
                }
                response.body().close();
                String location = response.headers().firstValue("Location").orElse("");
                if (status / 100 != 3 || location.isEmpty()) {
                    throw refused(status, id);
                }
                uri = uri.resolve(location);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
        throw DatasetException.because("The hub at " + host() + " redirects without end: check HF_ENDPOINT.");
    }

    private DatasetException refused(int status, String id) {
        String message = "The hub at " + host() + " answers with status " + status + " for the dataset " + id;
        return status >= 500
                ? DatasetException.hubDown(message + ": try again later.")
                : DatasetException.because(message + ": check the name, or set HF_TOKEN if it is private."
                        + " If a file or folder was meant: there is none of that name.");
    }

    private DatasetException unreachable(IOException cause) {
        DatasetException problem = DatasetException.hubDown(
                "The hub at " + host() + " can't be reached: check the network or HF_ENDPOINT.");
        problem.initCause(cause);
        return problem;
    }

    private String host() {
        return settings.endpoint().getRawAuthority();
    }
}
