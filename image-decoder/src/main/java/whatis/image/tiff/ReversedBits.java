package whatis.image.tiff;

/** Reverses the bits of each byte of a segment before it is decompressed. */
final class ReversedBits implements Decompressor {

    private final Decompressor decompressor;

    ReversedBits(Decompressor decompressor) {
        this.decompressor = decompressor;
    }

    @Override
    public void begin(byte[] data, int from, int to) {
        byte[] reversed = new byte[to - from];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = (byte) (Integer.reverse(data[from + i]) >>> Integer.SIZE - Byte.SIZE);
        }
        decompressor.begin(reversed, 0, reversed.length);
    }

    @Override
    public void read(byte[] row, int length) {
        decompressor.read(row, length);
    }

    @Override
    public void close() {
        decompressor.close();
    }
}
