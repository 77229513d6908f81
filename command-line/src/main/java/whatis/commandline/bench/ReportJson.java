package whatis.commandline.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes reports for programs. Safe for use by many threads. */
public final class ReportJson {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ReportJson() {}

    /** Returns a JSON object that has the names of the record's components, and ends with a line break; nulls are left out. */
    public static String of(Record report) {
        return GSON.toJson(report) + "\n";
    }
}
