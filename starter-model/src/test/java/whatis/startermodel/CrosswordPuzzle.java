package whatis.startermodel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A half-solved crossword puzzle on newsprint, clues beside it. */
final class CrosswordPuzzle implements Drawing {

    /** Letters are solved squares, dots open ones, hashes black ones; it looks the same upside down. */
    private static final List<String> GRID = """
            TRANSFORMER
            O#.#C#C#O#.
            K#.#O#T#D#.
            E#.#R#E#E#.
            NOISE#T.L..
            #.#.###.#.#
            .....#L....
            .#.#.#A#.#.
            .#.#.#Y#.#.
            .#.#.#E#.#.
            PHOTOGRAPHS
            """.lines().toList();

    private static final int SIZE = GRID.size();
    private static final double CELL = 40;
    private static final Color INK = new Color(24, 24, 28);
    private static final Color PEN = new Color(30, 60, 150);

    @Override
    public void draw(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(240, 236, 224), WIDTH, HEIGHT, new Color(224, 219, 204)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.rotate(Math.toRadians(-2), WIDTH / 2.0, HEIGHT / 2.0);
        g.translate(24, 20);
        int number = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                boolean starts = startsWord(row, column, 0, 1) || startsWord(row, column, 1, 0);
                square(g, row, column, starts ? ++number : 0);
            }
        }
        g.setColor(INK);
        g.setStroke(new BasicStroke(4));
        g.draw(new Rectangle2D.Double(0, 0, SIZE * CELL, SIZE * CELL));
        clues(g);
    }

    private static void square(Graphics2D g, int row, int column, int number) {
        double x = column * CELL;
        double y = row * CELL;
        Rectangle2D square = new Rectangle2D.Double(x, y, CELL, CELL);
        g.setColor(isBlack(row, column) ? INK : new Color(252, 250, 244));
        g.fill(square);
        g.setColor(INK);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(square);
        if (number > 0) {
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(StrokeLetters.outline(Integer.toString(number), x + 4, y + 4, 6, 7.5));
        }
        char letter = GRID.get(row).charAt(column);
        if (Character.isLetter(letter)) {
            g.setColor(PEN);
            g.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(StrokeLetters.outline(Character.toString(letter), x + 14, y + 16, 19, 19));
        }
    }

    private static boolean startsWord(int row, int column, int down, int right) {
        return !isBlack(row, column) && isBlack(row - down, column - right) && !isBlack(row + down, column + right);
    }

    private static boolean isBlack(int row, int column) {
        return row < 0
                || row >= SIZE
                || column < 0
                || column >= SIZE
                || GRID.get(row).charAt(column) == '#';
    }

    /** Draws lines of print too small to read. */
    private static void clues(Graphics2D g) {
        g.setColor(new Color(70, 70, 74));
        for (int line = 0; line < 34; line++) {
            double y = 4 + line * 13;
            boolean heading = line == 0 || line == 17;
            g.setStroke(new BasicStroke(
                    heading ? 6 : 3.2f,
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_MITER,
                    1,
                    new float[] {9 + line * 7 % 11, 3, 15 + line * 5 % 9, 3, 6, 3},
                    line * 11));
            double end = heading ? 540 : 575 - line * 37 % 41;
            g.draw(new Line2D.Double(464, y, end, y));
        }
    }
}
