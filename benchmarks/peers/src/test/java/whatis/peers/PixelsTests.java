package whatis.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PixelsTests {
    private static final int PLANE = Pixels.SIDE * Pixels.SIDE;

    @Test
    void readWhenHalvesDifferPutsPlaneAfterPlane() throws IOException {
        BufferedImage image = new BufferedImage(500, 375, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 250, 375);
        graphics.setColor(new Color(0, 0, 51));
        graphics.fillRect(250, 0, 250, 375);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);

        FloatBuffer pixels = Pixels.read(new ByteArrayInputStream(png.toByteArray()));

        assertThat(pixels.remaining()).isEqualTo(3 * PLANE);
        int left = 0;
        int right = Pixels.SIDE - 1;
        assertThat(new float[] {pixels.get(left), pixels.get(PLANE + left), pixels.get(2 * PLANE + left)})
                .containsExactly(1, -1, -1);
        assertThat(new float[] {pixels.get(right), pixels.get(PLANE + right), pixels.get(2 * PLANE + right)})
                .containsExactly(-1, -1, 51 / 127.5f - 1);
    }

    @Test
    void readWhenBytesAreNoPhotographFails() {
        assertThatThrownBy(() -> Pixels.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ImageIO");
    }
}
