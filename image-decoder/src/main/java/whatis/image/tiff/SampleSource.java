package whatis.image.tiff;

import whatis.image.raster.DecodeBudget;

/** Decodes the samples of a picture, as often as it is asked to. */
interface SampleSource {

    /** Returns how many bytes it takes to decode at most, beside the file. */
    long memory();

    void decode(SampleSink sink, DecodeBudget budget);
}
