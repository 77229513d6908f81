package whatis.image.png;

import whatis.image.raster.ImageSize;

/** The part of a picture that its data fill; the first frame of an animation may leave out a part. */
record Frame(int x, int y, int width, int height) {

    static Frame of(ImageSize size) {
        return new Frame(0, 0, size.width(), size.height());
    }

    boolean fills(ImageSize size) {
        return width == size.width() && height == size.height();
    }
}
