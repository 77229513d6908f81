package whatis.classification.checkpoint;

import java.util.regex.Pattern;

/** Tells which names in a checkpoint's files may be opened. */
final class FileName {

    /** Neither what separates folders on any system nor what no file system takes. */
    private static final Pattern PART = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:*?\"<>|\\p{Cntrl}]{1,255}");

    private FileName() {}

    /** Tells whether a relative path, with slashes, stays within the checkpoint. */
    static boolean isInside(String path) {
        for (String part : path.split("/", -1)) {
            if (!PART.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }
}
