package whatis.commandline;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the images below a folder; links are followed, hidden files and folders are not entered. */
final class ImageFolder extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<ImageFile> images = new ArrayList<>();

    private ImageFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Lists the files that begin as an image does, whatever their names are, sorted by path. What can't be read is
     * listed with its problem, as is the folder itself if it holds no image.
     */
    static List<ImageFile> images(Path folder) {
        ImageFolder visitor = new ImageFolder(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            return List.of(new ImageFile(folder, Failure.of(e)));
        }
        if (visitor.images.isEmpty()) {
            return List.of(new ImageFile(folder, Failure.wrongInput("no images in this folder")));
        }
        visitor.images.sort(Comparator.comparing(ImageFile::path));
        return visitor.images;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        // The folder itself may be called "." or "..".
        boolean hidden = !directory.equals(folder) && Files.isHidden(directory);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        // As links are followed, what is still a link leads nowhere; reading it tells so.
        boolean taken = attributes.isRegularFile() || attributes.isSymbolicLink();
        if (taken && !Files.isHidden(file)) {
            try {
                if (ImageFile.looksLikeImage(file)) {
                    images.add(new ImageFile(file, null));
                }
            } catch (IOException e) {
                images.add(new ImageFile(file, Failure.of(e)));
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
        if (!(reason instanceof FileSystemLoopException)) {
            images.add(new ImageFile(file, Failure.of(reason)));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException reason) {
        if (reason != null) {
            images.add(new ImageFile(directory, Failure.of(reason)));
        }
        return FileVisitResult.CONTINUE;
    }
}
