package whatis.batch.pack;

import java.io.Closeable;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.ParquetRuntimeException;
import org.jspecify.annotations.Nullable;
import whatis.batch.storage.ResultFolder;
import whatis.batch.storage.Storage;
import whatis.batch.storage.UnwritableFolderException;

/** Where packed images are written: files of about the same size, each of which appears once all of it is there. For one thread. */
public final class PackFolder implements Closeable {

    private static final Pattern NAME = Pattern.compile("images-\\d{5,10}\\.parquet");

    private final ResultFolder folder;
    private final long size;
    private int files;
    private @Nullable PackedFile current;

    /** @param size how many bytes a file is to have, unless a single image has more */
    public PackFolder(Storage storage, Path folder, long size) {
        this.folder = new ResultFolder(storage, folder);
        this.size = size;
    }

    /** Tells whether nothing is there yet. */
    public boolean isEmpty() throws IOException {
        return !folder.isFile() && folder.names().isEmpty();
    }

    /** Tells whether something else is there than packed images. */
    public boolean hasOthers() throws IOException {
        return folder.isFile() || !folder.names().stream().allMatch(PackFolder::isOwn);
    }

    /** Deletes packed images that are there. */
    public void delete() throws IOException {
        folder.delete(PackFolder::isOwn);
    }

    /** @throws UnwritableFolderException if nothing can be written there */
    public void prepare() throws IOException {
        folder.prepare();
    }

    /** @throws PackException if the disk is full, or can't be written for another reason */
    void write(PackedImage image) {
        try {
            PackedFile file = current;
            if (file != null && file.bytes() + image.bytes().length > size) {
                file.commit();
                file = null;
            }
            if (file == null) {
                file = new PackedFile(
                        folder.create("images-%05d.parquet".formatted(files++)),
                        folder.storage().configuration());
                current = file;
            }
            file.write(image);
        } catch (IOException | FSError | ParquetRuntimeException e) {
            throw PackException.writing(folder.path(), e);
        }
    }

    /**
     * Commits the last file and leaves the mark that all are there.
     *
     * @return how many there are
     * @throws PackException if the disk is full, or can't be written for another reason
     */
    int finish() {
        try {
            if (current != null) {
                current.commit();
                current = null;
            }
            folder.finish();
            return files;
        } catch (IOException | FSError | ParquetRuntimeException e) {
            throw PackException.writing(folder.path(), e);
        }
    }

    private static boolean isOwn(String name) {
        return ResultFolder.isMark(name) || NAME.matcher(name).matches();
    }

    /** Deletes a file that isn't finished. */
    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
