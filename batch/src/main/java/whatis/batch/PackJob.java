package whatis.batch;

import java.io.IOException;
import java.time.Duration;
import org.apache.hadoop.fs.Path;
import whatis.batch.input.FileSink;
import whatis.batch.input.FoundFile;
import whatis.batch.input.InputException;
import whatis.batch.input.InputListing;
import whatis.batch.pack.PackCounts;
import whatis.batch.pack.PackFolder;
import whatis.batch.pack.Packing;
import whatis.batch.storage.Storage;

/** Packs the files of an input into Parquet files, on this machine. */
final class PackJob {

    private final Storage storage;
    private final BatchProgress progress;

    PackJob(Storage storage, BatchProgress progress) {
        this.storage = storage;
        this.progress = progress;
    }

    /**
     * Packs to the end.
     *
     * @param size how many bytes a Parquet file is to have
     * @param overwrite whether to delete packed images that are there
     * @throws BatchException if it can't begin
     */
    PackSummary run(String inputNamed, String outputNamed, long size, boolean overwrite) throws IOException {
        long begin = System.nanoTime();
        InputListing input = new InputListing(storage, inputNamed);
        Path path = OutputPath.of(outputNamed, storage, input);
        PackFolder folder = new PackFolder(storage, path, size);
        check(folder, path, overwrite);
        progress.say("listing the input");
        Count count = new Count();
        input.list(count);
        if (count.files == 0) {
            throw new InputException("There are no images in the input: correct it.");
        }
        progress.say("%d files to pack".formatted(count.files));
        folder.delete();
        folder.prepare();
        PackCounts counts = new Packing(folder, shown(count.files)).run(storage, input);
        progress.clear();
        return new PackSummary(outputNamed, counts, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void check(PackFolder folder, Path path, boolean overwrite) throws IOException {
        if (folder.hasOthers()) {
            throw BatchException.wrongInput(
                    "The output " + path + " is there already, and has not only packed images: choose another folder.");
        }
        if (!overwrite && !folder.isEmpty()) {
            throw BatchException.wrongInput(
                    "The output " + path + " has packed images already: --overwrite deletes them.");
        }
    }

    private Packing.Listener shown(long files) {
        return new Packing.Listener() {
            @Override
            public void at(long packed, long leftOut) {
                progress.at(files, 0, packed, leftOut);
            }

            @Override
            public void leftOut(String path, String reason) {
                progress.say(path + " is left out: " + reason);
            }
        };
    }

    /** Counts files, all of which have to be images. */
    private static final class Count implements FileSink {

        private long files;

        @Override
        public void accept(FoundFile file) {
            if (file.isParquet()) {
                throw new InputException(file.path()
                        + " has rows already, which whatis batch takes as they are: name files that are images.");
            }
            files++;
        }
    }
}
