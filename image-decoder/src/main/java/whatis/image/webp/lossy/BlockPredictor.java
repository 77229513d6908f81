package whatis.image.webp.lossy;

/** Predicts blocks of four by four samples of luma from their neighbours: RFC 6386, section 12.3. */
final class BlockPredictor {

    private BlockPredictor() {}

    /**
     * Predicts a block.
     *
     * @param at where the block begins
     * @param aboveRight where the four samples begin that count as above and to the right of it
     */
    static void predict(int mode, byte[] s, int at, int stride, int aboveRight) {
        if (mode == ModeReader.TRUE_MOTION) {
            AreaPredictor.trueMotion(s, at, 4, stride);
            return;
        }
        int above = at - stride;
        int x = s[above - 1] & 0xff;
        int a = s[above] & 0xff;
        int b = s[above + 1] & 0xff;
        int c = s[above + 2] & 0xff;
        int d = s[above + 3] & 0xff;
        int i = s[at - 1] & 0xff;
        int j = s[at + stride - 1] & 0xff;
        int k = s[at + 2 * stride - 1] & 0xff;
        int l = s[at + 3 * stride - 1] & 0xff;
        switch (mode) {
            case ModeReader.DC -> {
                int mean = a + b + c + d + i + j + k + l + 4 >> 3;
                rows(s, at, stride, flat(mean), flat(mean), flat(mean), flat(mean));
            }
            case ModeReader.VERTICAL -> {
                int row = pack(mean(x, a, b), mean(a, b, c), mean(b, c, d), mean(c, d, s[aboveRight] & 0xff));
                rows(s, at, stride, row, row, row, row);
            }
            case ModeReader.HORIZONTAL ->
                rows(s, at, stride, flat(mean(x, i, j)), flat(mean(i, j, k)), flat(mean(j, k, l)), flat(mean(k, l, l)));
            case ModeReader.RIGHT_DOWN -> {
                int low = pack(mean(j, k, l), mean(i, j, k), mean(x, i, j), mean(a, x, i));
                int high = pack(mean(b, a, x), mean(c, b, a), mean(d, c, b), 0);
                rows(s, at, stride, window(low, high, 3), window(low, high, 2), window(low, high, 1), low);
            }
            case ModeReader.VERTICAL_RIGHT -> {
                int even = pack(mean(x, a), mean(a, b), mean(b, c), mean(c, d));
                int odd = pack(mean(i, x, a), mean(x, a, b), mean(a, b, c), mean(b, c, d));
                rows(s, at, stride, even, odd, even << 8 | mean(j, i, x), odd << 8 | mean(k, j, i));
            }
            case ModeReader.HORIZONTAL_DOWN -> {
                int low = pack(mean(l, k), mean(l, k, j), mean(k, j), mean(k, j, i));
                int middle = pack(mean(j, i), mean(j, i, x), mean(i, x), mean(i, x, a));
                int high = pack(mean(x, a, b), mean(a, b, c), 0, 0);
                rows(s, at, stride, window(middle, high, 2), middle, window(low, middle, 2), low);
            }
            case ModeReader.HORIZONTAL_UP -> {
                int low = pack(mean(i, j), mean(i, j, k), mean(j, k), mean(j, k, l));
                int high = pack(mean(k, l), mean(k, l, l), l, l);
                rows(s, at, stride, low, window(low, high, 2), high, flat(l));
            }
            default -> fromAboveRight(mode, s, at, stride, aboveRight, a, b, c, d);
        }
    }

    private static void fromAboveRight(
            int mode, byte[] s, int at, int stride, int aboveRight, int a, int b, int c, int d) {
        int e = s[aboveRight] & 0xff;
        int f = s[aboveRight + 1] & 0xff;
        int g = s[aboveRight + 2] & 0xff;
        int h = s[aboveRight + 3] & 0xff;
        int low = pack(mean(a, b, c), mean(b, c, d), mean(c, d, e), mean(d, e, f));
        if (mode == ModeReader.LEFT_DOWN) {
            int high = pack(mean(e, f, g), mean(f, g, h), mean(g, h, h), 0);
            rows(s, at, stride, low, window(low, high, 1), window(low, high, 2), window(low, high, 3));
        } else {
            int even = pack(mean(a, b), mean(b, c), mean(c, d), mean(d, e));
            rows(s, at, stride, even, low, even >>> 8 | mean(e, f, g) << 24, low >>> 8 | mean(f, g, h) << 24);
        }
    }

    private static int mean(int a, int b) {
        return a + b + 1 >> 1;
    }

    private static int mean(int a, int b, int c) {
        return a + 2 * b + c + 2 >> 2;
    }

    private static int flat(int sample) {
        return sample * 0x01010101;
    }

    private static int pack(int a, int b, int c, int d) {
        return a | b << 8 | c << 16 | d << 24;
    }

    /** Returns four of eight samples, from one of the first four on. */
    private static int window(int low, int high, int from) {
        return low >>> 8 * from | high << 32 - 8 * from;
    }

    private static void rows(byte[] s, int at, int stride, int first, int second, int third, int fourth) {
        Plane.INT.set(s, at, first);
        Plane.INT.set(s, at + stride, second);
        Plane.INT.set(s, at + 2 * stride, third);
        Plane.INT.set(s, at + 3 * stride, fourth);
    }
}
