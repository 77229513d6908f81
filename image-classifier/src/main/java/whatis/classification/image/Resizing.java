package whatis.classification.image;

import whatis.image.ImageRejectedException;
import whatis.image.ImageTooLargeException;
import whatis.image.raster.ImageSize;

/** The first step of a preprocessing: how large an image is made, before anything is cut off. */
public sealed interface Resizing {

    /**
     * Returns the size that an image of this size gets.
     *
     * @throws ImageRejectedException if no image of that size can be made
     */
    ImageSize resized(ImageSize image);

    /** Returns the size that images must have in the end if nothing is cut off. */
    ImageSize expected();

    /** Leaves every image as it is. */
    record None(ImageSize expected) implements Resizing {

        @Override
        public ImageSize resized(ImageSize image) {
            return image;
        }
    }

    /** Makes every image exactly this large, whatever that does to its proportions. */
    record Exact(ImageSize expected) implements Resizing {

        @Override
        public ImageSize resized(ImageSize image) {
            return expected;
        }
    }

    /**
     * Makes the shorter edge this long and keeps the proportions: the longer edge is cut to whole pixels, as in transformers'
     * {@code get_resize_output_image_size} and torchvision's {@code Resize}. Without a crop only a square is expected.
     */
    record ShortestEdge(int length) implements Resizing {

        public ShortestEdge {
            requirePositive(length);
        }

        @Override
        public ImageSize resized(ImageSize image) {
            int shorter = Math.min(image.width(), image.height());
            int longer = Math.max(image.width(), image.height());
            int scaled = toLength((double) ((long) length * longer) / shorter);
            return image.width() <= image.height() ? new ImageSize(length, scaled) : new ImageSize(scaled, length);
        }

        @Override
        public ImageSize expected() {
            return ImageSize.square(length);
        }
    }

    /**
     * Keeps the proportions and makes an image as large as fits into a box, or as small as fills it; both edges are rounded,
     * half to even. This is what timm's {@code ResizeKeepRatio} does.
     *
     * @param filling whether the image covers the box, rather than fits into it
     */
    record KeepRatio(ImageSize box, boolean filling) implements Resizing {

        @Override
        public ImageSize resized(ImageSize image) {
            double across = (double) image.width() / box.width();
            double down = (double) image.height() / box.height();
            double ratio = filling ? Math.min(across, down) : Math.max(across, down);
            int width = toLength(Math.rint(image.width() / ratio));
            int height = toLength(Math.rint(image.height() / ratio));
            if (width < 1 || height < 1) {
                throw UnexpectedImageSizeException.vanishing(image);
            }
            return new ImageSize(width, height);
        }

        @Override
        public ImageSize expected() {
            return box;
        }
    }

    private static void requirePositive(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("no pixels: " + length);
        }
    }

    private static int toLength(double pixels) {
        if (pixels > Integer.MAX_VALUE) {
            throw ImageTooLargeException.resized(pixels);
        }
        return (int) pixels;
    }
}
