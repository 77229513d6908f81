package whatis.startermodel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** A bedside clock with green seven-segment digits at night. */
final class DigitalClock implements Drawing {

    /** The segments of 0 to 9, a to g from the lowest bit on. */
    private static final int[] SEGMENTS = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

    private static final int TABLE = 340;
    private static final double SLANT = -0.08;
    private static final double DIGIT_WIDTH = 70;
    private static final double DIGIT_HEIGHT = 148;
    private static final double THICKNESS = 18;
    private static final double GAP = 2;
    private static final Color LIT = new Color(60, 255, 90);
    private static final Color DARK = new Color(10, 38, 14);

    @Override
    public void draw(Graphics2D g) {
        bedroom(g);
        g.setPaint(new GradientPaint(0, 90, new Color(74, 74, 78), 0, 380, new Color(24, 24, 26)));
        g.fill(new RoundRectangle2D.Double(50, 90, 540, 290, 50, 50));
        g.setColor(new Color(8, 12, 9));
        g.fill(new RoundRectangle2D.Double(78, 120, 484, 230, 24, 24));
        g.translate(6, 161);
        g.shear(SLANT, 0);
        digit(g, 1, 104);
        digit(g, 0, 210);
        digit(g, 5, 360);
        digit(g, 8, 466);
        g.setColor(LIT);
        g.fill(new Ellipse2D.Double(310, 35, 20, 20));
        g.fill(new Ellipse2D.Double(310, 95, 20, 20));
    }

    private static void bedroom(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(34, 38, 56), 0, TABLE, new Color(66, 70, 90)));
        g.fillRect(0, 0, WIDTH, TABLE);
        g.setPaint(new GradientPaint(0, TABLE, new Color(118, 78, 48), 0, HEIGHT, new Color(74, 46, 28)));
        g.fillRect(0, TABLE, WIDTH, HEIGHT - TABLE);
        for (int i = 0; i < 12; i++) {
            g.setColor(new Color(10, 6, 4, 16));
            g.fill(new Ellipse2D.Double(30 + 5 * i, 352 + 2 * i, WIDTH - 60 - 10 * i, 56 - 4 * i));
        }
    }

    private static void digit(Graphics2D g, int digit, double x) {
        double middle = DIGIT_HEIGHT / 2;
        double[][] ends = {
            {0, 0, DIGIT_WIDTH, 0},
            {DIGIT_WIDTH, 0, DIGIT_WIDTH, middle},
            {DIGIT_WIDTH, middle, DIGIT_WIDTH, DIGIT_HEIGHT},
            {0, DIGIT_HEIGHT, DIGIT_WIDTH, DIGIT_HEIGHT},
            {0, middle, 0, DIGIT_HEIGHT},
            {0, 0, 0, middle},
            {0, middle, DIGIT_WIDTH, middle}
        };
        for (int i = 0; i < ends.length; i++) {
            boolean lit = (SEGMENTS[digit] >> i & 1) == 1;
            Shape segment = segment(x + ends[i][0], ends[i][1], x + ends[i][2], ends[i][3]);
            if (lit) {
                g.setColor(new Color(40, 255, 60, 40));
                g.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(segment);
            }
            g.setColor(lit ? LIT : DARK);
            g.fill(segment);
        }
    }

    /** Outlines a bar with pointed ends and a small gap to its neighbours. */
    private static Shape segment(double x1, double y1, double x2, double y2) {
        double start = GAP;
        double end = Math.hypot(x2 - x1, y2 - y1) - GAP;
        double half = THICKNESS / 2;
        Path2D bar = new Path2D.Double();
        bar.moveTo(start, 0);
        bar.lineTo(start + half, half);
        bar.lineTo(end - half, half);
        bar.lineTo(end, 0);
        bar.lineTo(end - half, -half);
        bar.lineTo(start + half, -half);
        bar.closePath();
        AffineTransform placing = AffineTransform.getTranslateInstance(x1, y1);
        placing.rotate(x2 - x1, y2 - y1);
        return placing.createTransformedShape(bar);
    }
}
