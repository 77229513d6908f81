package whatis.experiment.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import whatis.hub.HubClient;
import whatis.hub.HubException;
import whatis.hub.HubRepository;
import whatis.hub.HubSnapshot;

/** Datasets of the Hugging Face hub that are Parquet files. */
final class HubDataset {

    private static final Pattern PARQUET = Pattern.compile("(?:.*/)?([^/]+)\\.parquet");

    private final HubClient client;

    HubDataset(HubClient client) {
        this.client = client;
    }

    /**
     * Returns the files of a split in their order, downloading what isn't there.
     *
     * @throws DatasetException if they can't be had
     */
    List<Path> get(HubRepository dataset, String split) {
        try {
            return client.read(dataset, snapshot -> files(dataset, snapshot, split));
        } catch (HubException e) {
            String message = e.getMessage() + more(e);
            throw e.hubDown() ? DatasetException.hubDown(message) : DatasetException.because(message);
        }
    }

    private static List<Path> files(HubRepository dataset, HubSnapshot snapshot, String split) {
        List<Path> files = snapshot.names().stream()
                .filter(name -> isOf(split, name))
                .map(snapshot::get)
                .toList();
        if (files.isEmpty()) {
            throw snapshot.isFromCache()
                    ? DatasetException.hubDown("The hub's cache has no Parquet files of the split " + split + " of "
                            + dataset + ": let it reach the hub once.")
                    : DatasetException.because(
                            dataset + " has no Parquet files of the split " + split + ": choose another.");
        }
        return files;
    }

    private static boolean isOf(String split, String name) {
        var matcher = PARQUET.matcher(name);
        return matcher.matches() && matcher.group(1).startsWith(split);
    }

    private static String more(HubException e) {
        return e.reason() == HubException.Reason.NO_REPOSITORY
                ? " If a file or folder was meant: there is none of that name."
                : "";
    }
}
