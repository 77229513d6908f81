package whatis.image.raster;

/** A width and a height in pixels, at least one each. */
public record ImageSize(int width, int height) {

    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no pixels: " + width + " x " + height);
        }
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
