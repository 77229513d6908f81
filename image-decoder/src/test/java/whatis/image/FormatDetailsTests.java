package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import whatis.image.raster.RgbImage;

/** Covers what the drawn files of {@link PixelsTests} leave out. */
class FormatDetailsTests {

    /** A profile that brightens everything, should a reader apply it. */
    private static final byte[] PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    @Test
    void decodeWhenJpegHasProfileIgnoresIt() {
        byte[] plain = DrawnImages.read("baseline.jpg");
        ByteBuffer profiled = ByteBuffer.allocate(plain.length + 18 + PROFILE.length)
                .put(plain, 0, 2)
                .putShort((short) 0xffe2)
                .putShort((short) (16 + PROFILE.length))
                .put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1))
                .put(PROFILE)
                .put(plain, 2, plain.length - 2);
        assertThat(Decoding.decode(profiled.array())).isEqualTo(Decoding.decode(plain));
    }

    @Test
    void decodeWhenWebPHasProfileIgnoresIt() {
        byte[] plain = DrawnImages.read("lossless.webp");
        int padding = PROFILE.length % 2;
        int length = plain.length + 18 + 8 + PROFILE.length + padding;
        ByteBuffer profiled = ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(length - 8)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(0x20)
                .put(new byte[] {(byte) (300 & 0xff), 300 >> 8, 0, (byte) 202, 0, 0})
                .put("ICCP".getBytes(StandardCharsets.US_ASCII))
                .putInt(PROFILE.length)
                .put(PROFILE)
                .put(new byte[padding])
                .put(plain, 12, plain.length - 12);
        assertThat(Decoding.decode(profiled.array())).isEqualTo(Decoding.decode(plain));
    }

    @Test
    void decodeWhenTiffHasProfileIgnoresIt() {
        byte[] plain = DrawnImages.read("raw.tif");
        ByteBuffer file = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        int directory = file.getInt(4);
        int entries = file.getShort(directory);
        int end = plain.length + plain.length % 2;
        ByteBuffer profiled = ByteBuffer.allocate(end + 2 + 12 * (entries + 1) + 4 + PROFILE.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(plain)
                .putInt(4, end)
                .position(end)
                .putShort((short) (entries + 1))
                .put(plain, directory + 2, 12 * entries)
                .putShort((short) 34675)
                .putShort((short) 7)
                .putInt(PROFILE.length)
                .putInt(end + 2 + 12 * (entries + 1) + 4)
                .putInt(0)
                .put(PROFILE);
        assertThat(Decoding.decode(profiled.array())).isEqualTo(Decoding.decode(plain));
    }

    /** The digest is Pillow 13.0.0's for the same file: cmyk.jpg with 2, YCCK, as the transform of its Adobe segment. */
    @Test
    void decodeWhenJpegIsYcckEqualsPillow() throws Exception {
        byte[] jpeg = DrawnImages.read("cmyk.jpg");
        jpeg[new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("Adobe") + 11] = 2;
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(Decoding.decode(jpeg).rgb());
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("3d6e0862097fddc2a1478511cb850aef7d220fbba043c6d9e473066e5d6c05c9");
    }

    @Test
    void decodeWhenJpegLacksAdobeSegmentStillReadsCmyk() {
        byte[] jpeg = DrawnImages.read("cmyk.jpg");
        int segment = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("Adobe") - 4;
        ByteBuffer bare = ByteBuffer.allocate(jpeg.length - 16)
                .put(jpeg, 0, segment)
                .put(jpeg, segment + 16, jpeg.length - segment - 16);
        assertThat(Decoding.decode(bare.array())).isEqualTo(Decoding.decode(jpeg));
    }

    /** Pillow would clip all that is above 255 of 65535. */
    @Test
    void decodeWhenGreyPngHas16BitsScales() throws Exception {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 0x80ff, 0xffff});
        assertThat(Decoding.decode(encode(grey, "png")).rgb())
                .containsExactly(0, 0, 0, 0x80, 0x80, 0x80, 0xff, 0xff, 0xff);
    }

    @Test
    void decodeWhenBmpHas16BitsSpreadsEachBandOverItsOwnWidth() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_565_RGB);
        image.getRaster().setDataElements(0, 0, 3, 1, new short[] {(short) (16 << 11), 33 << 5, 31});
        assertThat(Decoding.decode(encode(image, "bmp")).rgb()).containsExactly(131, 0, 0, 0, 133, 0, 0, 0, 255);
    }

    @Test
    void decodeWhenGifFrameIsSmallerThanCanvasFillsWithFirstColor() {
        byte[] gif = DrawnImages.read("palette.gif");
        RgbImage frame = Decoding.decode(gif);
        enlargeGifCanvas(gif);
        int firstColor = (gif[13] & 0xff) << 16 | (gif[14] & 0xff) << 8 | gif[15] & 0xff;
        assertThat(Decoding.decode(gif)).isEqualTo(placed(frame, 11, 7, firstColor));
    }

    @Test
    void decodeWhenTransparentGifFrameIsSmallerThanCanvasFillsWithTransparentColor() {
        byte[] gif = DrawnImages.read("transparent.gif");
        RgbImage frame = Decoding.decode(gif);
        enlargeGifCanvas(gif);
        int color = 13 + 3 * 7;
        int transparent = (gif[color] & 0xff) << 16 | (gif[color + 1] & 0xff) << 8 | gif[color + 2] & 0xff;
        assertThat(Decoding.decode(gif)).isEqualTo(placed(frame, 11, 7, transparent));
    }

    private static void enlargeGifCanvas(byte[] gif) {
        ByteBuffer file = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort(6, (short) 400).putShort(8, (short) 300);
        int descriptor = new String(gif, StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0\u002d\1\u00cb\0");
        file.putShort(descriptor + 1, (short) 11).putShort(descriptor + 3, (short) 7);
    }

    @Test
    void decodeWhenWebPFrameIsSmallerThanCanvasFillsWithBlack() {
        byte[] webp = DrawnImages.read("animated.webp");
        RgbImage frame = Decoding.decode(webp);
        int canvas = 24;
        webp[canvas] = (byte) (399 & 0xff);
        webp[canvas + 3] = (byte) (299 & 0xff);
        webp[canvas + 4] = 299 >> 8;
        int position = new String(webp, StandardCharsets.ISO_8859_1).indexOf("ANMF") + 8;
        webp[position] = 5;
        webp[position + 3] = 4;
        assertThat(Decoding.decode(webp)).isEqualTo(placed(frame, 10, 8, 0));
    }

    @Test
    void decodeLeavesTheEncodedBytesAlone() {
        for (String name : HostileImagesTests.oneOfEachKind()) {
            byte[] encoded = DrawnImages.read(name);
            byte[] before = encoded.clone();
            Decoding.decode(encoded);
            assertThat(Arrays.equals(encoded, before)).as(name).isTrue();
        }
    }

    /** Returns a canvas of 400 x 300 pixels with an image on it, the rest of one colour. */
    private static RgbImage placed(RgbImage image, int left, int top, int color) {
        byte[] rgb = new byte[3 * 400 * 300];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (color >> 8 * (2 - i % 3));
        }
        for (int y = 0; y < image.height(); y++) {
            int to = 3 * ((top + y) * 400 + left);
            System.arraycopy(image.rgb(), 3 * y * image.width(), rgb, to, 3 * image.width());
        }
        return new RgbImage(400, 300, rgb);
    }

    private static byte[] encode(BufferedImage image, String format) throws Exception {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, encoded)).isTrue();
        return encoded.toByteArray();
    }
}
