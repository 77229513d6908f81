package whatis.classification.image;

/** A width and a height in pixels. */
record ImageSize(int width, int height) {

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
