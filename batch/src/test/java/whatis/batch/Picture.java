package whatis.batch;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Draws small pictures, each different. */
final class Picture {

    private Picture() {}

    static byte[] drawn(int number) throws IOException {
        return drawn(number, 16);
    }

    /** @param size width and height in pixels, at most 16 */
    static byte[] drawn(int number, int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < size; i++) {
            image.setRGB(i, (i * (number + 1)) % size, 0xFFFFFF >> number);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
