package whatis.startermodel;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.Objects;

/** Letters and digits as strokes for a round pen. */
final class StrokeLetters {

    private static final double COLUMNS = 4;
    private static final double ROWS = 6;
    private static final double GAP = 0.25;

    /** Corners are pairs of column and row, strokes are separated by commas. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('A', "06 20 46,14 34"),
            Map.entry('C', "41 30 10 01 05 16 36 45"),
            Map.entry('D', "00 06 26 44 42 20 00"),
            Map.entry('E', "40 00 06 46,03 33"),
            Map.entry('F', "40 00 06,03 33"),
            Map.entry('G', "41 30 10 01 05 16 36 45 43 23"),
            Map.entry('H', "00 06,40 46,03 43"),
            Map.entry('I', "10 30,20 26,16 36"),
            Map.entry('K', "00 06,40 03,12 46"),
            Map.entry('L', "00 06 46"),
            Map.entry('M', "06 00 23 40 46"),
            Map.entry('N', "06 00 46 40"),
            Map.entry('O', "10 01 05 16 36 45 41 30 10"),
            Map.entry('P', "06 00 30 41 42 33 03"),
            Map.entry('R', "06 00 30 41 42 33 03,23 46"),
            Map.entry('S', "41 30 10 01 02 13 33 44 45 36 16 05"),
            Map.entry('T', "00 40,20 26"),
            Map.entry('Y', "00 23 40,23 26"),
            Map.entry('0', "10 01 05 16 36 45 41 30 10"),
            Map.entry('1', "11 20 26,16 36"),
            Map.entry('2', "01 10 30 41 42 06 46"),
            Map.entry('3', "01 10 30 41 42 33 13,33 44 45 36 16 05"),
            Map.entry('4', "36 30 04 44"),
            Map.entry('5', "40 00 03 33 44 45 36 16 05"),
            Map.entry('6', "41 30 10 01 05 16 36 45 44 33 13 04"),
            Map.entry('7', "00 40 16"),
            Map.entry('8', "13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33"),
            Map.entry('9', "05 16 36 45 41 30 10 01 02 13 33 42"));

    private StrokeLetters() {}

    /** Outlines a text of which each letter is so wide, including the gap after it, and so high. */
    static Path2D outline(String text, double x, double y, double width, double height) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < text.length(); i++) {
            String strokes = Objects.requireNonNull(STROKES.get(text.charAt(i)), text);
            AffineTransform placing = AffineTransform.getTranslateInstance(x + i * width, y);
            placing.scale(width * (1 - GAP) / COLUMNS, height / ROWS);
            for (String stroke : strokes.split(",")) {
                path.append(placing.createTransformedShape(polyline(stroke.split(" "))), false);
            }
        }
        return path;
    }

    private static Path2D polyline(String[] corners) {
        Path2D line = new Path2D.Double();
        for (String corner : corners) {
            int column = corner.charAt(0) - '0';
            int row = corner.charAt(1) - '0';
            if (line.getCurrentPoint() == null) {
                line.moveTo(column, row);
            } else {
                line.lineTo(column, row);
            }
        }
        return line;
    }
}
