package whatis.peers;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import javax.imageio.ImageIO;

/** What a ViT of 224 x 224 pixels takes, by the means of the JDK. */
class Pixels {
    static final int SIDE = 224;

    private Pixels() {}

    /** Returns {@code [1, 3, 224, 224]} values of -1 to 1, outside the heap, where native code reads them without a copy. */
    static FloatBuffer read(InputStream photograph) throws IOException {
        BufferedImage image = ImageIO.read(photograph);
        if (image == null) {
            throw new IOException("no photograph that ImageIO reads");
        }
        return of(image);
    }

    static FloatBuffer of(BufferedImage image) {
        BufferedImage resized = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = resized.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, SIDE, SIDE, null);
        graphics.dispose();

        int[] colours = resized.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
        FloatBuffer pixels = ByteBuffer.allocateDirect(3 * colours.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int colour : colours) {
                pixels.put((colour >> shift & 0xFF) / 127.5f - 1);
            }
        }
        return pixels.flip();
    }
}
