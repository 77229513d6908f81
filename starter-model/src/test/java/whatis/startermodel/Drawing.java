package whatis.startermodel;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A picture made of shapes alone, since fonts differ from machine to machine. */
interface Drawing {

    int WIDTH = 640;
    int HEIGHT = 480;

    /** Draws on an area of {@link #WIDTH} x {@link #HEIGHT} pixels. */
    void draw(Graphics2D g);

    default BufferedImage image() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(g);
        g.dispose();
        return image;
    }
}
