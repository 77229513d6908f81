package whatis.image.png;

/** Decodes the bytes of one channel: samples, several samples packed into each, or the high or low bytes of samples. */
final class SampleFilter extends RowFilter {

    private final int channel;
    private final int stride;
    private final int step;

    /**
     * @param channel the first byte, as stored and as decoded
     * @param stride the bytes from one to the next as stored
     * @param step the bytes from one to the next as decoded
     */
    SampleFilter(int channel, int stride, int step) {
        super(stride == 1);
        this.channel = channel;
        this.stride = stride;
        this.step = step;
    }

    @Override
    void none(byte[] encoded, int from, byte[] row, int length) {
        int in = from + channel;
        for (int out = channel; out < length; out += step) {
            row[out] = encoded[in];
            in += stride;
        }
    }

    @Override
    void sub(byte[] encoded, int from, byte[] row, int length) {
        int in = from + channel;
        int left = 0;
        for (int out = channel; out < length; out += step) {
            left += encoded[in];
            row[out] = (byte) left;
            in += stride;
        }
    }

    @Override
    void up(byte[] encoded, int from, byte[] above, byte[] row, int length) {
        int in = from + channel;
        for (int out = channel; out < length; out += step) {
            row[out] = (byte) (encoded[in] + above[out]);
            in += stride;
        }
    }

    @Override
    void average(byte[] encoded, int from, byte[] above, byte[] row, int length) {
        int in = from + channel;
        int left = 0;
        for (int out = channel; out < length; out += step) {
            left = encoded[in] + (left + (above[out] & 0xff) >> 1) & 0xff;
            row[out] = (byte) left;
            in += stride;
        }
    }

    @Override
    void paeth(byte[] encoded, int from, byte[] above, byte[] row, int length) {
        int in = from + channel;
        int left = 0;
        int corner = 0;
        for (int out = channel; out < length; out += step) {
            int up = above[out] & 0xff;
            left = encoded[in] + predictor(left, up, corner) & 0xff;
            row[out] = (byte) left;
            corner = up;
            in += stride;
        }
    }
}
