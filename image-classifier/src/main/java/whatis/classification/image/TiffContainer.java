package whatis.classification.image;

import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** A TIFF file, which is read without its colour profile and turned as its first directory says. */
record TiffContainer(byte[] bytes) implements ImageContainer {

    @Override
    public RgbImage read(ImageReader reader) throws IOException {
        ImageReadParam samplesAsStored = reader.getDefaultReadParam();
        samplesAsStored.setDestinationType(reader.getRawImageType(0));
        return RgbConversion.convert(reader.read(0, samplesAsStored));
    }

    @Override
    public Orientation orientation() {
        return ExifOrientation.read(bytes, 0, bytes.length);
    }
}
