package whatis.startermodel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** A traffic light at red under a summer sky. */
final class TrafficLight implements Drawing {

    private static final double CENTRE = 320;
    private static final double LAMP_RADIUS = 50;

    @Override
    public void draw(Graphics2D g) {
        sky(g);
        trees(g);
        pole(g);
        housing(g);
        lamp(g, 100, new Color(255, 60, 40), true);
        lamp(g, 225, new Color(110, 80, 10), false);
        lamp(g, 350, new Color(15, 85, 45), false);
    }

    private static void sky(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(86, 152, 214), 0, HEIGHT, new Color(206, 228, 243)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        cloud(g, 90, 110, 1.0);
        cloud(g, 500, 190, 1.3);
        cloud(g, 470, 60, 0.7);
    }

    private static void cloud(Graphics2D g, double x, double y, double scale) {
        double[][] puffs = {{-58, 8, 40}, {-24, -10, 50}, {20, -16, 56}, {60, 4, 42}, {0, 14, 52}};
        for (double[] puff : puffs) {
            double centreX = x + puff[0] * scale;
            double centreY = y + puff[1] * scale;
            glow(g, centreX, centreY, puff[2] * scale, 0.5f, new Color(255, 255, 255, 215));
        }
    }

    private static void trees(Graphics2D g) {
        for (int i = 0; i < 24; i++) {
            double x = i * 29;
            double y = 455 + 22 * Math.sin(i * 1.7);
            g.setColor(new Color(40 + 6 * (i % 4), 96 + 10 * (i % 3), 50));
            disc(g, x, y, 44 + 12 * Math.sin(i * 2.3));
        }
    }

    private static void pole(Graphics2D g) {
        g.setPaint(new GradientPaint(306, 0, new Color(60, 64, 66), 334, 0, new Color(140, 145, 148)));
        g.fill(new Rectangle2D.Double(CENTRE - 14, 410, 28, 70));
    }

    private static void housing(Graphics2D g) {
        g.setPaint(new GradientPaint(240, 0, new Color(44, 48, 50), 400, 0, new Color(20, 22, 24)));
        g.fill(new RoundRectangle2D.Double(CENTRE - 78, 26, 156, 398, 36, 36));
        g.setColor(new Color(90, 96, 98));
        g.setStroke(new BasicStroke(3));
        g.draw(new RoundRectangle2D.Double(CENTRE - 78, 26, 156, 398, 36, 36));
    }

    private static void lamp(Graphics2D g, double y, Color colour, boolean lit) {
        g.setColor(new Color(8, 8, 9));
        disc(g, CENTRE, y, LAMP_RADIUS + 8);
        Color rim = lit ? colour.darker() : colour.darker().darker();
        Color core = lit ? new Color(255, 190, 160) : colour;
        g.setPaint(new RadialGradientPaint(
                (float) CENTRE, (float) y, (float) LAMP_RADIUS, new float[] {0, 0.55f, 1}, new Color[] {
                    core, colour, rim
                }));
        disc(g, CENTRE, y, LAMP_RADIUS);
        if (lit) {
            glow(g, CENTRE, y, 120, 0.4f, new Color(255, 70, 40, 90));
        }
        visor(g, y);
    }

    private static void visor(Graphics2D g, double y) {
        Path2D visor = new Path2D.Double(new Arc2D.Double(CENTRE - 66, y - 66, 132, 132, 10, 160, Arc2D.OPEN));
        visor.append(new Arc2D.Double(CENTRE - 58, y - 44, 116, 104, 165, -150, Arc2D.OPEN), true);
        visor.closePath();
        g.setPaint(
                new GradientPaint(0, (float) y - 66, new Color(70, 75, 78), 0, (float) y - 30, new Color(14, 15, 16)));
        g.fill(visor);
    }

    /** Fills a disc that fades to nothing from a share of the radius on. */
    private static void glow(Graphics2D g, double x, double y, double radius, float solid, Color colour) {
        Color clear = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        g.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {solid, 1}, new Color[] {colour, clear}));
        disc(g, x, y, radius);
    }

    private static void disc(Graphics2D g, double x, double y, double radius) {
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
}
