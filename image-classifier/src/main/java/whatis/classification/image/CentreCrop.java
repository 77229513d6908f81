package whatis.classification.image;

import whatis.image.raster.ImageSize;
import whatis.image.raster.Span;

/**
 * The second step of a preprocessing: cuts the middle out of an image, and puts an image that is too small into the middle
 * of a border.
 *
 * @param size the size in the end
 * @param rounding which way the middle lies where there are two
 * @param border the colour of the border, 0xRRGGBB
 */
public record CentreCrop(ImageSize size, Rounding rounding, int border) {

    public CentreCrop {
        if (border < 0 || border > 0xffffff) {
            throw new IllegalArgumentException("not a colour: " + border);
        }
    }

    /** Returns the crop of transformers' image processors, whose border is black. */
    public static CentreCrop ofTransformers(ImageSize size) {
        return new CentreCrop(size, Rounding.TRANSFORMERS, 0);
    }

    /** Which pixel an odd difference between image and crop moves the middle to. */
    public enum Rounding {
        /** Cuts less at the left and the top, and pads more there. */
        TRANSFORMERS {
            @Override
            int start(int surplus) {
                return Math.floorDiv(surplus, 2);
            }
        },
        /** Cuts an even number of pixels at the left and the top, and pads less there; that of {@code CenterCrop}. */
        TORCHVISION {
            @Override
            int start(int surplus) {
                return surplus < 0 ? surplus / 2 : (int) Math.rint(surplus / 2.0);
            }
        };

        /** Returns where the crop starts in an image that is longer by the surplus; below zero in the border. */
        abstract int start(int surplus);
    }

    /** Returns what an axis of this length keeps. */
    Strip strip(int length, int target) {
        int start = rounding.start(length - target);
        int first = Math.max(0, start);
        int at = Math.max(0, -start);
        return new Strip(new Span(first, Math.min(length - first, target - at)), at);
    }
}
