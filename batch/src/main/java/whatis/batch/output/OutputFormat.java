package whatis.batch.output;

import java.util.Locale;

/** How answers are written. */
public enum OutputFormat {
    PARQUET,
    /** JSON Lines: an object a line. */
    JSONL;

    /** Returns the ending of files, without a dot. */
    String ending() {
        return toString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
