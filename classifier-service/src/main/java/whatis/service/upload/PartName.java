package whatis.service.upload;

import java.util.Locale;

/** What the part of a form is called. */
final class PartName {

    private static final String HEADER = "content-disposition:";

    private PartName() {}

    /** Returns the parameter {@code name} of the Content-Disposition among a part's headers, or nothing. */
    static String of(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(HEADER))
                .findFirst()
                .map(PartName::parameter)
                .orElse("");
    }

    private static String parameter(String header) {
        int semicolon = header.indexOf(';');
        while (semicolon >= 0) {
            int equals = header.indexOf('=', semicolon);
            if (equals < 0) {
                break;
            }
            String key = header.substring(semicolon + 1, equals).strip();
            int begin = equals + 1;
            while (begin < header.length() && header.charAt(begin) == ' ') {
                begin++;
            }
            boolean quoted = begin < header.length() && header.charAt(begin) == '"';
            int end = quoted ? closingQuote(header, ++begin) : nextSemicolon(header, begin);
            if (key.equalsIgnoreCase("name")) {
                return header.substring(begin, end).strip();
            }
            semicolon = header.indexOf(';', end);
        }
        return "";
    }

    /** File names hold whatever their client has made of their quotes, so a quote without an end ends with the header. */
    private static int closingQuote(String header, int begin) {
        int position = begin;
        while (position < header.length() && header.charAt(position) != '"') {
            position += header.charAt(position) == '\\' ? 2 : 1;
        }
        return Math.min(position, header.length());
    }

    private static int nextSemicolon(String header, int begin) {
        int end = header.indexOf(';', begin);
        return end < 0 ? header.length() : end;
    }
}
