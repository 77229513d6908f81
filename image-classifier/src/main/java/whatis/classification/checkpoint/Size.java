package whatis.classification.checkpoint;

/** Height and width in pixels, as a checkpoint's files have them. */
public record Size(int height, int width) {

    public boolean isSquare() {
        return height == width;
    }

    @Override
    public String toString() {
        return height + " x " + width;
    }
}
