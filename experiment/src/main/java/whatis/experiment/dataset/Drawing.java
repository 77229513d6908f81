package whatis.experiment.dataset;

import java.util.Arrays;
import whatis.image.raster.RgbImage;

/** A square picture to draw areas into, with smooth edges: each pixel is the mean of 2 x 2 points. Colours are 0xRRGGBB. */
final class Drawing {

    /** What is filled, in pixels from the top left. */
    @FunctionalInterface
    interface Area {
        boolean contains(double x, double y);
    }

    private static final int POINTS = 2;

    private final int side;
    private final int[] points;
    private double left;
    private double top;

    Drawing(int side, int background) {
        this.side = side;
        this.points = new int[POINTS * side * POINTS * side];
        Arrays.fill(points, background);
    }

    static Area disc(double x, double y, double radius) {
        return (px, py) -> (px - x) * (px - x) + (py - y) * (py - y) < radius * radius;
    }

    static Area rectangle(double x, double y, double width, double height) {
        return (px, py) -> px >= x && px < x + width && py >= y && py < y + height;
    }

    /** A line of one pixel from a point in a direction. */
    static Area line(double x, double y, double length, double angle) {
        double right = Math.cos(angle);
        double down = Math.sin(angle);
        return (px, py) -> {
            double along = (px - x) * right + (py - y) * down;
            double beside = (py - y) * right - (px - x) * down;
            return along >= 0 && along < length && Math.abs(beside) < 0.5;
        };
    }

    /** Moves what is drawn from now on. */
    void move(double right, double down) {
        left = right;
        top = down;
    }

    void fill(Area area, int color) {
        int width = POINTS * side;
        for (int i = 0; i < points.length; i++) {
            if (area.contains((i % width + 0.5) / POINTS - left, (i / width + 0.5) / POINTS - top)) {
                points[i] = color;
            }
        }
    }

    RgbImage image() {
        byte[] rgb = new byte[RgbImage.CHANNELS * side * side];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / RgbImage.CHANNELS % side;
            int y = i / RgbImage.CHANNELS / side;
            int shift = Byte.SIZE * (RgbImage.CHANNELS - 1 - i % RgbImage.CHANNELS);
            int sum = 0;
            for (int point = 0; point < POINTS * POINTS; point++) {
                int row = POINTS * y + point / POINTS;
                sum += points[row * POINTS * side + POINTS * x + point % POINTS] >> shift & 0xff;
            }
            rgb[i] = (byte) (sum / (POINTS * POINTS));
        }
        return new RgbImage(side, side, rgb);
    }
}
