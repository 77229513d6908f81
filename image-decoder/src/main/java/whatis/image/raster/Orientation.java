package whatis.image.raster;

/** How to turn stored pixels so that the picture stands upright: the values 1 to 8 of EXIF's Orientation, in order. */
public enum Orientation {
    NORMAL(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_RIGHT(true, false, true),
    TRANSVERSED(true, true, true),
    TURNED_LEFT(true, true, false);

    private final boolean swapsAxes;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean swapsAxes, boolean fromRight, boolean fromBottom) {
        this.swapsAxes = swapsAxes;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** Returns the orientation with an EXIF value; any that EXIF does not define means {@link #NORMAL}. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : NORMAL;
    }

    /** Returns the size that a picture stored in a size has upright; the other way round, it works alike. */
    public ImageSize turned(ImageSize size) {
        return swapsAxes ? size.transposed() : size;
    }

    /** Tells whether stored rows become columns. */
    boolean swapsAxes() {
        return swapsAxes;
    }

    /** Tells whether stored rows are read from the right. */
    boolean fromRight() {
        return fromRight;
    }

    /** Tells whether stored columns are read from the bottom. */
    boolean fromBottom() {
        return fromBottom;
    }

    /** Returns the picture upright; the picture itself where it stands so already. */
    public RgbImage apply(RgbImage stored, DecodeBudget budget) {
        if (this == NORMAL) {
            return stored;
        }
        int rowLength = RgbImage.CHANNELS * stored.width();
        int start =
                (fromRight ? rowLength - RgbImage.CHANNELS : 0) + (fromBottom ? rowLength * (stored.height() - 1) : 0);
        int columnStep = fromRight ? -RgbImage.CHANNELS : RgbImage.CHANNELS;
        int rowStep = fromBottom ? -rowLength : rowLength;
        return swapsAxes
                ? copy(stored.rgb(), turned(stored.size()), start, rowStep, columnStep, budget)
                : copy(stored.rgb(), stored.size(), start, columnStep, rowStep, budget);
    }

    private static RgbImage copy(
            byte[] stored, ImageSize size, int start, int stepRight, int stepDown, DecodeBudget budget) {
        byte[] upright = new byte[stored.length];
        int to = 0;
        for (int y = 0; y < size.height(); y++) {
            budget.work(3L * size.width());
            int from = start + y * stepDown;
            for (int x = 0; x < size.width(); x++) {
                upright[to] = stored[from];
                upright[to + 1] = stored[from + 1];
                upright[to + 2] = stored[from + 2];
                to += 3;
                from += stepRight;
            }
        }
        return new RgbImage(size.width(), size.height(), upright);
    }
}
