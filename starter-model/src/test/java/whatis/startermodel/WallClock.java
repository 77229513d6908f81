package whatis.startermodel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;

/** A round clock on a plain wall shortly after ten. */
final class WallClock implements Drawing {

    private static final double X = WIDTH / 2.0;
    private static final double Y = HEIGHT / 2.0;
    private static final double RADIUS = 192;
    private static final double HOUR = 10;
    private static final double MINUTE = 7;
    private static final double SECOND = 37;

    @Override
    public void draw(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(226, 214, 190), WIDTH, HEIGHT, new Color(188, 172, 144)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        shadow(g);
        g.setPaint(new GradientPaint(120, 40, new Color(150, 98, 58), 520, 440, new Color(78, 46, 24)));
        disc(g, X, Y, RADIUS);
        g.setColor(new Color(60, 34, 18));
        disc(g, X, Y, RADIUS - 24);
        g.setColor(new Color(250, 248, 240));
        disc(g, X, Y, RADIUS - 28);
        for (int minute = 0; minute < 60; minute++) {
            boolean hour = minute % 5 == 0;
            line(g, minute * 6, RADIUS - 36, RADIUS - (hour ? 50 : 42), hour ? 5 : 2, Color.DARK_GRAY);
        }
        g.setColor(new Color(30, 30, 34));
        g.setStroke(new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int hour = 1; hour <= 12; hour++) {
            Point2D at = at(hour * 30, RADIUS - 72);
            String text = Integer.toString(hour);
            g.draw(StrokeLetters.outline(text, at.getX() - 11 * text.length() + 2.5, at.getY() - 15, 22, 30));
        }
        Color hands = new Color(24, 24, 28);
        line(g, (HOUR + MINUTE / 60) * 30, -20, 92, 11, hands);
        line(g, (MINUTE + SECOND / 60) * 6, -26, 146, 8, hands);
        line(g, SECOND * 6, -34, 150, 3, new Color(190, 40, 30));
        g.setColor(hands);
        disc(g, X, Y, 10);
    }

    private static void shadow(Graphics2D g) {
        float radius = (float) RADIUS + 24;
        g.setPaint(new RadialGradientPaint((float) X + 12, (float) Y + 16, radius, new float[] {0.85f, 1}, new Color[] {
            new Color(60, 45, 20, 150), new Color(60, 45, 20, 0)
        }));
        disc(g, X + 12, Y + 16, radius);
    }

    private static void line(Graphics2D g, double degrees, double from, double to, float width, Color colour) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(at(degrees, from), at(degrees, to)));
    }

    /** Turns the angle clockwise from twelve and the distance from the centre into a point. */
    private static Point2D at(double degrees, double distance) {
        double angle = Math.toRadians(degrees);
        return new Point2D.Double(X + distance * Math.sin(angle), Y - distance * Math.cos(angle));
    }

    private static void disc(Graphics2D g, double x, double y, double radius) {
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
}
