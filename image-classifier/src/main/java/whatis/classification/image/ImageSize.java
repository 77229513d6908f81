package whatis.classification.image;

/** A width and a height in pixels, at least one each. */
record ImageSize(int width, int height) {

    ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no pixels: " + width + " x " + height);
        }
    }

    long pixels() {
        return (long) width * height;
    }

    ImageSize transposed() {
        return new ImageSize(height, width);
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
