package whatis.image.raster;

/** A width and a height in pixels, at least one each. */
public record ImageSize(int width, int height) {

    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no pixels: " + width + " x " + height);
        }
    }

    /** Returns the size of a square. */
    public static ImageSize square(int side) {
        return new ImageSize(side, side);
    }

    public boolean isSquare() {
        return width == height;
    }

    /** Returns the size in the order that checkpoints' files have it in, height before width. */
    public String heightFirst() {
        return height + " x " + width;
    }

    /** Returns how many pixels there are. */
    public long pixels() {
        return (long) width * height;
    }

    /** Returns the size with width and height exchanged. */
    public ImageSize transposed() {
        return new ImageSize(height, width);
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
