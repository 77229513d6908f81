package whatis.image.bmp;

import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Palette;
import whatis.image.raster.RgbImage;
import whatis.image.raster.UnsupportedVariantException;

/** Pixels that stand for colours, one, two or eight of them in a byte, the leftmost in its highest bits. */
record Indexed(int bits, Palette palette) implements PixelFormat {

    private static final int MOST_COLORS_DECLARED = 1 << 16;
    private static final int MOST_COLORS = 256;

    /**
     * Reads the palette. One of nothing but greys in order is left out, like in Pillow, which then takes each byte for a
     * grey, or each bit for black or white where there are two colours, however many bits the header says.
     */
    static Indexed of(BmpHeader header, byte[] file) {
        if (header.bits() != 1 && header.bits() != 4 && header.bits() != 8
                || header.compression() == Compression.BIT_FIELDS) {
            throw new UnsupportedVariantException(header.bits() + " bits a pixel");
        }
        if (header.colors() > MOST_COLORS_DECLARED) {
            throw new MalformedImageException(header.colors() + " colours");
        }
        int bits = header.isInRuns() ? Byte.SIZE : header.bits();
        int colors = (int) header.colors();
        if (isGrey(header, file)) {
            boolean bilevel = colors <= 2;
            return new Indexed(bilevel && !header.isInRuns() ? 1 : Byte.SIZE, bilevel ? bilevel() : Palette.ofGreys());
        }
        int read = Math.min(colors, (int) (file.length - header.end()) / header.colorLength());
        if (read > MOST_COLORS) {
            throw new MalformedImageException(read + " colours");
        }
        return new Indexed(bits, palette(header, file, read));
    }

    private static boolean isGrey(BmpHeader header, byte[] file) {
        int colors = (int) header.colors();
        int at = (int) header.end();
        for (int i = 0; i < colors; i++) {
            byte grey = (byte) (colors == 2 ? -i : i);
            if (at + RgbImage.CHANNELS > file.length
                    || file[at] != grey
                    || file[at + 1] != grey
                    || file[at + 2] != grey) {
                return false;
            }
            at += header.colorLength();
        }
        return true;
    }

    private static Palette bilevel() {
        Palette palette = new Palette();
        for (int sample = 1; sample < MOST_COLORS; sample++) {
            palette.set(sample, 0xff, 0xff, 0xff);
        }
        return palette;
    }

    private static Palette palette(BmpHeader header, byte[] file, int colors) {
        Palette palette = new Palette();
        int at = (int) header.end();
        for (int sample = 0; sample < colors; sample++) {
            palette.set(sample, file[at + 2] & 0xff, file[at + 1] & 0xff, file[at] & 0xff);
            at += header.colorLength();
        }
        return palette;
    }

    @Override
    public void unpack(byte[] packed, int from, byte[] rgb, int width) {
        if (bits == Byte.SIZE) {
            palette.expand(packed, from, width, rgb, 0);
            return;
        }
        int mask = (1 << bits) - 1;
        int in = from;
        int shift = Byte.SIZE;
        for (int x = 0; x < width; x++) {
            shift -= bits;
            palette.write(packed[in] >> shift & mask, rgb, RgbImage.CHANNELS * x);
            if (shift == 0) {
                shift = Byte.SIZE;
                in++;
            }
        }
    }
}
