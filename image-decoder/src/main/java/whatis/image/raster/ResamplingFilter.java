package whatis.image.raster;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * The resampling filters of Pillow's {@code Image.resize}. All but {@link #NEAREST} widen with the scale when an image
 * shrinks, which is what prevents aliasing.
 */
public enum ResamplingFilter {
    /** Picks the one pixel in the middle, without any weights. */
    NEAREST(0, 0, distance -> 1),
    LANCZOS(1, 3, distance -> distance >= -3 && distance < 3 ? sinc(distance) * sinc(distance / 3) : 0),
    BILINEAR(2, 1, distance -> Math.max(0, 1 - Math.abs(distance))),
    /** Keys' cubic convolution with a = -0.5. */
    BICUBIC(3, 2, distance -> cubic(Math.abs(distance))),
    BOX(4, 0.5, distance -> distance > -0.5 && distance <= 0.5 ? 1 : 0),
    /** A sinc under Hamming's window, its constants in single precision as in Pillow. */
    HAMMING(5, 1, distance -> hamming(Math.abs(distance)));

    private final int pillowCode;
    private final double support;
    private final DoubleUnaryOperator weight;

    ResamplingFilter(int pillowCode, double support, DoubleUnaryOperator weight) {
        this.pillowCode = pillowCode;
        this.support = support;
        this.weight = weight;
    }

    /**
     * Finds the filter by Pillow's code, which is what {@code resample} in {@code preprocessor_config.json} holds.
     *
     * @throws IllegalArgumentException for any code but 0 to 5
     */
    public static ResamplingFilter ofPillowCode(int code) {
        for (ResamplingFilter filter : values()) {
            if (filter.pillowCode == code) {
                return filter;
            }
        }
        throw new IllegalArgumentException("resample is %d, not one of Pillow's filters 0 to 5".formatted(code));
    }

    /**
     * Finds the filter by its name in small letters, which is what {@code interpolation} in timm's files holds.
     *
     * @throws IllegalArgumentException for any other name
     */
    public static ResamplingFilter named(String name) {
        for (ResamplingFilter filter : values()) {
            if (filter.name().toLowerCase(Locale.ROOT).equals(name)) {
                return filter;
            }
        }
        throw new IllegalArgumentException("interpolation is \"%s\", not one of Pillow's filters".formatted(name));
    }

    /** Returns how far the filter reaches from its centre, in pixels of the larger of source and target. */
    double support() {
        return support;
    }

    /** Returns the weight, not normalised yet, of a pixel at a distance from the centre. */
    double weight(double distance) {
        return weight.applyAsDouble(distance);
    }

    private static double cubic(double distance) {
        if (distance < 1) {
            return (1.5 * distance - 2.5) * distance * distance + 1;
        }
        return distance < 2 ? -0.5 * (((distance - 5) * distance + 8) * distance - 4) : 0;
    }

    private static double hamming(double distance) {
        if (distance == 0) {
            return 1;
        }
        return distance < 1 ? sinc(distance) * (0.54f + 0.46f * Math.cos(Math.PI * distance)) : 0;
    }

    private static double sinc(double distance) {
        return distance == 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
    }
}
